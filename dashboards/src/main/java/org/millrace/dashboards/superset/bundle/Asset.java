package org.millrace.dashboards.superset.bundle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.millrace.dashboards.superset.server.Json;
import org.millrace.dashboards.superset.server.Kind;

/** One object as a bundle carries it, with the title people see. */
public record Asset(AssetId id, String title, Map<String, Object> content) {
  /** Marks objects as ours where people see it, as Superset's certification. */
  public static final String OWNER = "Millrace";

  public Asset {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  /** The kind of object. */
  public Kind kind() {
    return id.kind();
  }

  /** Where it lies inside a bundle. */
  String file() {
    String name = id.path().replaceAll("[^A-Za-z0-9-]+", "_");
    String folder = kind() == Kind.DATASET ? "datasets/millrace" : kind().folder();
    return folder + "/" + name + ".yaml";
  }

  /** The content as a bundle carries it: JSON, which every YAML reader reads. */
  String text() {
    return Json.write(content);
  }
}
