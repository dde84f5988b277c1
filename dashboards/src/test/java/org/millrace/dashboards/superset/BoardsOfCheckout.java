package org.millrace.dashboards.superset;

import java.net.URI;
import java.nio.file.Path;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.superset.bundle.Bundle;
import org.millrace.dashboards.superset.bundle.MartDatabase;
import org.millrace.dashboards.superset.server.Login;

/** The boards below a folder, compiled for a database that is never asked. */
public final class BoardsOfCheckout {
  public static final String PASSWORD = "not-to-be-seen";

  private BoardsOfCheckout() {}

  public static Bundle bundle(Path root, Language language) {
    return PublishBoards.bundle(
        new PublishSettings(
            URI.create("http://127.0.0.1:1"),
            new Login("admin", "unused"),
            new MartDatabase("postgresql://reader@127.0.0.1:1/millrace", PASSWORD),
            root,
            language,
            PublishSettings.Mode.DRY_RUN));
  }
}
