package org.millrace.deploy.part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;

/** The list of parts, in the order in which they start. Adding a part is adding it here. */
public record Parts(Home home, Ports ports) {

  /** Names of all parts, the database first. */
  public static final List<String> NAMES =
      List.of("postgres", "core", "warehouse", "ingestion", "cockpit");

  private static final List<String> SPARK_PACKAGES =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  /** The JVM parts (PostgreSQL is no JVM and is started apart). */
  public List<Part> jvms() {
    return List.of(core(), warehouse(), ingestion(), cockpit());
  }

  public Part named(String name) {
    Optional<Part> part = jvms().stream().filter(p -> p.name().equals(name)).findFirst();
    return part.orElseThrow(
        () -> new Refusal("There is no part '" + name + "'. Parts: " + String.join(", ", NAMES)));
  }

  private Part core() {
    return new Part(
        "core",
        "transactional",
        "org.millrace.Core",
        ports.core(),
        List.of("-Xmx640m", "-XX:TieredStopAtLevel=4"),
        environment(ports.core(), "core"));
  }

  private Part warehouse() {
    List<String> flags = new ArrayList<>(List.of("-Xmx2g", "-XX:MaxMetaspaceSize=512m"));
    flags.add("-XX:ReservedCodeCacheSize=256m"); // Spark compiles much; a full cache stops the JIT
    flags.add("-Dlog4j2.configurationFile=warehouse-log4j2.properties");
    flags.add("--add-modules=jdk.incubator.vector");
    SPARK_PACKAGES.forEach(name -> flags.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    flags.add("-Djdk.reflect.useDirectMethodHandle=false");
    flags.add("-Dio.netty.tryReflectionSetAccessible=true");
    Map<String, String> environment = environment(ports.warehouse(), "warehouse");
    environment.put("MILLRACE_CORE_URL", ports.coreUrl()); // plans are posted there
    return new Part(
        "warehouse",
        "analytics",
        "org.millrace.analytics.Main",
        ports.warehouse(),
        flags,
        environment);
  }

  private Part ingestion() {
    return new Part(
        "ingestion",
        "ingestion",
        "org.millrace.ingestion.IngestionJob",
        ports.ingestion(),
        Stream.of("java.util", "java.lang", "java.nio", "java.time")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .collect(() -> new ArrayList<>(List.of("-Xmx640m")), List::add, List::addAll),
        environment(ports.ingestion(), "ingestion"));
  }

  private Part cockpit() {
    Map<String, String> environment = environment(ports.cockpit(), "reader");
    environment.put("MILLRACE_CORE_URL", ports.coreUrl());
    environment.put("MILLRACE_WAREHOUSE_URL", ports.warehouseUrl());
    return new Part(
        "cockpit",
        "dashboards",
        "org.millrace.dashboards.Cockpit",
        ports.cockpit(),
        List.of("-Xmx384m"),
        environment);
  }

  private Map<String, String> environment(int port, String databaseUser) {
    Map<String, String> environment = new HashMap<>();
    environment.put("MILLRACE_ROOT", home.root().toString());
    environment.put("MILLRACE_HOME", home.dir().toString());
    environment.put("MILLRACE_PORT", Integer.toString(port));
    environment.put("MILLRACE_SECRETS", home.secrets().toString());
    environment.put("MILLRACE_LAKE", home.lake());
    environment.put("MILLRACE_DATABASE_URL", ports.jdbcUrl());
    environment.put("MILLRACE_DATABASE_USER", databaseUser);
    environment.put(
        "MILLRACE_DATABASE_PASSWORD_FILE",
        home.secrets().resolve(databaseUser + ".password").toString());
    return environment;
  }
}
