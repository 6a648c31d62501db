/** The command line of a process that makes issues for another one; nobody is meant to type it. */
export const apartCommand = "work-apart";
