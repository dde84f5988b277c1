package org.millrace.deploy.part;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Listening;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Settings;

/** The list of parts, in the order in which they start. Adding a part is adding it here. */
public record Parts(Home home, Ports ports, Settings settings) {

  public Parts(Home home, Ports ports) {
    this(home, ports, Settings.of(home));
  }

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
    Map<String, String> environment = environment(ports.core(), "core");
    environment.put(
        "SPRING_APPLICATION_JSON", json(LogLines.springProperties(settings.logFormat())));
    String roles = settings.logins().secondFactorRoles();
    if (!roles.isEmpty()) {
      environment.put("MILLRACE_SECOND_FACTOR_ROLES", roles);
    }
    if (settings.logins().segregation().equals("refuse")) {
      environment.put("MILLRACE_SEGREGATION", "refuse");
    }
    if (!settings.logins().modulesOff().isEmpty()) {
      environment.put("MILLRACE_MODULES_OFF", settings.logins().modulesOff());
    }
    openId(environment);
    mail(environment);
    return new Part(
        "core",
        "transactional",
        "org.millrace.Core",
        URI.create(ports.coreUrl()),
        List.of("-Xmx640m", "-XX:TieredStopAtLevel=4"),
        environment);
  }

  private Part warehouse() {
    List<String> flags = new ArrayList<>(List.of("-Xmx2g", "-XX:MaxMetaspaceSize=512m"));
    flags.add("-XX:ReservedCodeCacheSize=256m"); // Spark compiles much; a full cache stops the JIT
    flags.add("-Dlog4j2.configurationFile=warehouse-log4j2.properties");
    flags.addAll(LogLines.log4jFlags(settings.logFormat()));
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
        URI.create(ports.warehouseUrl()),
        flags,
        environment);
  }

  private Part ingestion() {
    List<String> flags = new ArrayList<>(List.of("-Xmx640m"));
    flags.addAll(LogLines.log4jFlags(settings.logFormat()));
    for (String name : List.of("java.util", "java.lang", "java.nio", "java.time")) {
      flags.add("--add-opens=java.base/" + name + "=ALL-UNNAMED");
    }
    return new Part(
        "ingestion",
        "ingestion",
        "org.millrace.ingestion.IngestionJob",
        URI.create("http://127.0.0.1:" + ports.ingestion()),
        flags,
        environment(ports.ingestion(), "ingestion"));
  }

  private Part cockpit() {
    Map<String, String> environment = environment(ports.cockpit(), "reader");
    environment.put("MILLRACE_CORE_URL", ports.coreUrl());
    environment.put("MILLRACE_WAREHOUSE_URL", ports.warehouseUrl());
    boolean isBehindProxy = settings.listening().proxy() == Listening.Proxy.BELIEVED;
    environment.put("MILLRACE_BEHIND_PROXY", Boolean.toString(isBehindProxy));
    Map<String, String> properties = new HashMap<>(settings.listening().properties());
    properties.putAll(LogLines.springProperties(settings.logFormat()));
    environment.put("SPRING_APPLICATION_JSON", json(properties));
    openId(environment);
    return new Part(
        "cockpit",
        "dashboards",
        "org.millrace.dashboards.Cockpit",
        settings.listening().cockpit(ports),
        List.of("-Xmx384m"),
        environment);
  }

  private void openId(Map<String, String> environment) {
    settings.logins().openId().ifPresent(f -> environment.put("MILLRACE_OPENID", f.toString()));
  }

  /** By which server the core sends documents: the one that takes alerts. */
  private void mail(Map<String, String> environment) {
    Settings.Mail mail = settings.mail();
    if (!mail.isWanted()) {
      return;
    }
    environment.put("MILLRACE_SMTP_HOST", mail.host());
    environment.put("MILLRACE_SMTP_PORT", Integer.toString(mail.port()));
    environment.put("MILLRACE_SMTP_TLS", mail.tls().name().toLowerCase(Locale.ROOT));
    environment.put("MILLRACE_SMTP_USER", mail.login().user());
    mail.login()
        .passwordFile()
        .ifPresent(file -> environment.put("MILLRACE_SMTP_PASSWORD_FILE", file.toString()));
    environment.put("MILLRACE_MAIL_FROM", mail.documentsFrom());
  }

  private static String json(Map<String, String> properties) {
    try {
      return new ObjectMapper().writeValueAsString(properties);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // text is always written
    }
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
