import type { Config } from "../../config/config.ts";
import { GazetteError } from "../../platform/errors.ts";
import { findLastRelays } from "../../storage/deliveries/relay-usage.ts";
import type { Database } from "../../storage/ledger/open-database.ts";
import { chooseRelays } from "./choose-relays.ts";

/**
 * Holds back an unattended send that would turn its messages into files where the ones before went to a server: an `.env`
 * that is gone takes the server with it, and the issue would count as accepted with nobody having it.
 *
 * @throws GazetteError `config-invalid`
 */
export async function assertWayOut(config: Config, database: Database): Promise<void> {
  if (config.delivery.relays.length > 0 || config.delivery.sendmail !== undefined) return;
  const [{ transport }] = chooseRelays(config);
  const others = (await findLastRelays(database)).filter((name) => name !== transport.name);
  if (others.length === 0) return;
  throw new GazetteError(
    "config-invalid",
    `no mail server is configured any more, and the last messages went to ${others.join(", ")}`,
    {
      hint:
        "See that .env is there with its SMTP_URL. Where files are meant, `gazette send` writes those of one issue by hand, " +
        "and the schedule goes on with them from the next day.",
    },
  );
}
