package org.millrace.deploy.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The six neighbouring TCP ports of an instance; {@code base} is the cockpit's. All but the
 * cockpit's are on 127.0.0.1 for good ({@link Listening}).
 */
public record Ports(int base) {

  public static final int DEFAULT_BASE = 8400;

  public Ports {
    if (base < 1024 || base > 65_530) {
      throw new Refusal("Port " + base + " cannot be used: choose one from 1024 to 65530.");
    }
  }

  public int cockpit() {
    return base;
  }

  public int core() {
    return base + 1;
  }

  public int postgres() {
    return base + 2;
  }

  public int warehouse() {
    return base + 3;
  }

  public int ingestion() {
    return base + 4;
  }

  /** Where the supervisor shows metrics. */
  public int supervisor() {
    return base + 5;
  }

  public String coreUrl() {
    return url(core());
  }

  public String warehouseUrl() {
    return url(warehouse());
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + postgres() + "/millrace";
  }

  private static String url(int port) {
    return "http://127.0.0.1:" + port;
  }

  /** Refuses when another program listens on a port of one that does not live yet. */
  public void requireFree(Listening listening, Collection<String> living) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    parts.put("cockpit", cockpit());
    parts.put("core", core());
    parts.put("postgres", postgres());
    parts.put("warehouse", warehouse());
    parts.put("ingestion", ingestion());
    parts.put("supervisor", supervisor());
    parts.keySet().removeAll(living);
    parts.forEach(
        (part, port) -> {
          if (!isFree(port) || part.equals("cockpit") && !listening.isFree(port)) {
            throw taken(part, port);
          }
        });
  }

  /** Refuses when another program listens where the database will. */
  public void requireDatabaseFree() {
    if (!isFree(postgres())) {
      throw taken("postgres", postgres());
    }
  }

  private Refusal taken(String part, int port) {
    return new Refusal(
        "Port %d, wanted for %s, is in use by another program. Choose other ports: "
                .formatted(port, part)
            + "./millrace up --port %d (takes %d to %d)."
                .formatted(base + 100, base + 100, base + 105));
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The ports this instance was last started on. */
  public static Optional<Ports> stored(Home home) {
    Path file = home.dir().resolve("port");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Ports(Integer.parseInt(Files.readString(file).strip())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    } catch (NumberFormatException e) {
      throw new Refusal(file + " should hold one port number. Delete it and start again.");
    }
  }

  public void store(Home home) {
    Home.write(home.dir().resolve("port"), base + "\n");
  }
}
