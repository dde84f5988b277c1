package org.millrace.deploy.home;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the cockpit listens and whether it speaks TLS. It is the only door to other machines; every
 * other part listens on 127.0.0.1.
 */
public record Listening(String address, Optional<Tls> tls, Proxy proxy) {

  /** A chain of certificates and its key, both PEM; read again when they are renewed. */
  public record Tls(Path certificate, Path key) {}

  /** Whether a proxy stands before the cockpit, whose word on the caller is believed. */
  public enum Proxy {
    NONE,
    BELIEVED
  }

  static Listening of(Map<String, String> settings) {
    Optional<Path> key = Settings.file(settings, "key");
    return new Listening(
        Settings.value(settings, "address"),
        Settings.file(settings, "certificate")
            .map(certificate -> new Tls(certificate, key.orElseThrow())),
        Settings.value(settings, "behind-proxy").equals("true") ? Proxy.BELIEVED : Proxy.NONE);
  }

  static List<String> problems(Map<String, String> settings) {
    List<String> wrong = new ArrayList<>();
    if (!isOurs(Settings.value(settings, "address"))) {
      wrong.add(
          "address is '%s': give an IPv4 address of this machine, or 0.0.0.0 for all of them"
              .formatted(settings.get("address")));
    }
    Optional<Path> certificate = Settings.file(settings, "certificate");
    Optional<Path> key = Settings.file(settings, "key");
    if (certificate.isPresent() != key.isPresent()) {
      wrong.add("certificate and key go together: give both, or neither");
    }
    certificate.flatMap(Listening::notCertificate).ifPresent(wrong::add);
    key.flatMap(Listening::notKey).ifPresent(wrong::add);
    return wrong;
  }

  private static boolean isOurs(String address) {
    try (ServerSocket socket = new ServerSocket()) {
      InetAddress found = InetAddress.getByName(address);
      socket.bind(new InetSocketAddress(found, 0)); // the kernel knows which are ours
      return found.getAddress().length == 4;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> notCertificate(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()
          ? Optional.of(file + " holds no certificate: give a PEM file with the whole chain")
          : Optional.empty();
    } catch (IOException e) {
      return Settings.unreadable(file);
    } catch (CertificateException e) {
      return Optional.of(file + " holds no certificate: give a PEM file with the whole chain");
    }
  }

  private static Optional<String> notKey(Path file) {
    try {
      return Files.readString(file).matches("(?s).*-----BEGIN (\\w+ )?PRIVATE KEY-----.*")
          ? Optional.empty()
          : Optional.of(file + " holds no private key: give a PEM file without a password");
    } catch (IOException e) {
      return Settings.unreadable(file);
    }
  }

  /** Whether what people type crosses a network in the open. */
  public boolean isOpenAndPlain() {
    return tls.isEmpty() && proxy == Proxy.NONE && !isLoopback();
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Where this machine reaches the cockpit. */
  public URI cockpit(Ports ports) {
    String host = address.equals("0.0.0.0") ? "127.0.0.1" : address;
    return URI.create((tls.isPresent() ? "https" : "http") + "://" + host + ":" + ports.cockpit());
  }

  boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the cockpit is told of it, as Spring names it. */
  public Map<String, String> properties() {
    Map<String, String> properties = new TreeMap<>(Map.of("server.address", address));
    tls.ifPresent(
        files -> {
          String bundle = "spring.ssl.bundle.pem.cockpit.";
          properties.put("server.ssl.bundle", "cockpit");
          properties.put(bundle + "reload-on-update", "true");
          properties.put(bundle + "keystore.certificate", "file:" + files.certificate());
          properties.put(bundle + "keystore.private-key", "file:" + files.key());
        });
    return properties;
  }
}
