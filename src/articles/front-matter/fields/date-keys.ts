// The fields that hold dates, folded; of each kind the first that is given counts.

export const dateKeys = ["date", "pubdate", "pubdatetime"];
export const publishKeys =
  "publishdate publisheddate publish published publishedat publishedon publishedtime publishtime publishdatetime datepublished publicationdate".split(
    " ",
  );
export const postedKeys = "postdate posteddate posted postedat postedon dateposted rsspubdate".split(" ");
export const createdKeys =
  "created createdat createdon createdtime createtime createdate createddate datecreated creationdate dgcreated".split(
    " ",
  );
export const updateKeys =
  "lastmod updated updatedat updatedon updateddate updatedate updatetime updatedtime update moddatetime lastmodified lastmodification lastmodifiedat lastupdated lastupdate lastedited lasteditedat lasteditedtime modified modifiedat modifieddate datemodified dateupdated dgupdated lastpublishedat publicupdatedat ms.date".split(
    " ",
  );
/**
 * Fields that may hold a date and may hold something else, such as an hour; what is no day there is no fault. Days that
 * more often are those of what an article is about, such as when a film was released, are not among them.
 */
export const looseKeys =
  "datetime time timestamp written writtenat writtenon writedate posttime pubtime ctime createat creationtime addtime originaldate originalpublishdate eventtime publishedtimestamp firstpublishedat entrydate articledate blogdate".split(
    " ",
  );
/** Fields whose figures stand as Americans write them, whatever the language. @see https://learn.microsoft.com/contribute */
export const monthFirstKeys = ["ms.date"];
export const expiryKeys = ["expirydate", "expires", "expiresat", "expirationdate", "unpublishdate"];
/** Of some fifty, an article has one or two. */
export const allKeys = new Set([
  ...dateKeys,
  ...publishKeys,
  ...postedKeys,
  ...createdKeys,
  ...updateKeys,
  ...expiryKeys,
]);
