package org.millrace.dashboards.superset.server;

/** The kinds of objects we keep in Superset, in the order in which they build on each other. */
public enum Kind {
  DATABASE("database", "databases"),
  DATASET("dataset", "datasets"),
  CHART("chart", "charts"),
  DASHBOARD("dashboard", "dashboards");

  private final String resource;
  private final String folder;

  Kind(String resource, String folder) {
    this.resource = resource;
    this.folder = folder;
  }

  /** The word in the address of the API. */
  public String resource() {
    return resource;
  }

  /** The folder inside a bundle. */
  public String folder() {
    return folder;
  }
}
