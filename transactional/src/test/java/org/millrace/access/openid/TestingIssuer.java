package org.millrace.access.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An issuer that signs whatever a test wants it to, and publishes its key. */
public final class TestingIssuer {
  /** The client that this core is. */
  public static final String CLIENT = "millrace";

  private final RSAKey key;
  private final RSAKey other;
  private final String address;

  private TestingIssuer(RSAKey key, RSAKey other, String address) {
    this.key = key;
    this.other = other;
    this.address = address;
  }

  public static TestingIssuer start() throws IOException {
    try {
      RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      server.createContext(
          "/.well-known/openid-configuration",
          exchange ->
              answer(
                  exchange,
                  """
                  {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"]}
                  """
                      .formatted(address)));
      server.createContext(
          "/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
      server.start();
      return new TestingIssuer(key, new RSAKeyGenerator(2048).keyID("one").generate(), address);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  public String address() {
    return address;
  }

  /** Claims of somebody who has just logged in here. */
  public JWTClaimsSet.Builder claims(String user, String... groups) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(address)
        .subject("subject of " + user)
        .audience(CLIENT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)))
        .jwtID(java.util.UUID.randomUUID().toString())
        .claim("preferred_username", user)
        .claim("groups", List.of(groups));
  }

  public String signed(JWTClaimsSet.Builder claims) {
    return signed(claims, key);
  }

  /** Signed by somebody else under the name of the issuer's key. */
  public String forged(JWTClaimsSet.Builder claims) {
    return signed(claims, other);
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey by) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(),
              claims.build());
      jwt.sign(new RSASSASigner(by));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
