package org.millrace.deploy.part;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** One JVM of the instance: what runs, where it listens, and with what settings. */
public record Part(
    String name,
    String module,
    String mainClass,
    URI address,
    List<String> jvmFlags,
    Map<String, String> environment) {

  public Part {
    jvmFlags = List.copyOf(jvmFlags);
    environment = Map.copyOf(environment);
  }

  /** How far it steps back where processors are short: who posts does not wait for who reports. */
  int niceness() {
    return name.equals("warehouse") ? 5 : 0;
  }
}
