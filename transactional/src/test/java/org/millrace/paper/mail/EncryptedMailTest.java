package org.millrace.paper.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.document.number.DocumentNumber;
import org.millrace.paper.Mail;
import org.millrace.paper.MailStatus;
import org.millrace.party.Party.Language;
import org.millrace.settings.MailServer;
import org.millrace.settings.MailServer.Tls;
import org.millrace.shared.DocumentRef;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Mails to a server that asks for encryption and a login, as those of most firms do. */
class EncryptedMailTest {
  private static final String STORE_PASSWORD = "only for this test";
  private static final Instant QUEUED = Instant.parse("2026-03-19T09:00:00Z");
  private static final String PASSWORD = "a secret of the firm";
  private static final Mail MAIL =
      new Mail(
          new DocumentNumber("ML-000001"),
          MailStatus.QUEUED,
          new DocumentRef("sales", "invoice", "IN-000001"),
          Optional.empty(),
          Optional.empty(),
          Language.EN,
          new Mail.Letter("us@firm.example", "Bicycles", "Invoice 1", "Dear Anna", "<1@firm.ex>"),
          QUEUED,
          "admin",
          Mail.Delivery.due(QUEUED),
          List.of(new Mail.Recipient(1, "anna@shop.example")),
          List.of(new Mail.File(1, "IN-000001.pdf", "application/pdf", 4, "0")));

  @TempDir static Path folder;
  private static KeyStore store;

  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  private Optional<SMTPServer> running = Optional.empty();

  @BeforeAll
  static void makeTheCertificateOfTheServer() throws Exception {
    Path file = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=127.0.0.1",
                    "-ext",
                    "SAN=ip:127.0.0.1",
                    "-storepass",
                    STORE_PASSWORD,
                    "-keystore",
                    file.toString()))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, STORE_PASSWORD.toCharArray());
    }
  }

  @AfterEach
  void stop() {
    running.ifPresent(SMTPServer::stop);
  }

  /** As the server and as one who trusts it. */
  private static SSLContext knowingTheCertificate() {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, STORE_PASSWORD.toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("server", store.getCertificate("server"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The certificate of the test cannot be used", e);
    }
  }

  private void serve(UnaryOperator<SMTPServer.Builder> encryption) {
    SMTPServer server =
        encryption
            .apply(
                SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory(
                            (user, password, context) -> {
                              if (!password.equals(PASSWORD)) {
                                throw new LoginFailedException("535 not " + user);
                              }
                            })))
            .messageHandler(
                (context, from, to, data) ->
                    messages.add(to + "\n" + new String(data, StandardCharsets.UTF_8)))
            .build();
    server.start();
    running = Optional.of(server);
  }

  private static UnaryOperator<SMTPServer.Builder> startingTls() {
    return server ->
        server
            .startTlsSocketFactory(knowingTheCertificate())
            .enableTLS()
            .requireTLS()
            .requireAuth();
  }

  private MailServer server(String host, Tls tls, String password) throws IOException {
    Path secret = Files.writeString(folder.resolve("password"), password + "\n");
    return new MailServer(
        host,
        running.orElseThrow().getPortAllocated(),
        tls,
        Optional.of("us@firm.example"),
        Optional.of(secret),
        Optional.empty());
  }

  private static Post.Outcome send(MailServer server) {
    return new PostSmtp(server, knowingTheCertificate().getSocketFactory())
        .send(MAIL, List.of("%PDF".getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void logsInAfterTheConnectionIsEncrypted() throws IOException {
    serve(startingTls());

    assertThat(send(server("127.0.0.1", Tls.AUTO, PASSWORD)))
        .isInstanceOf(Post.Outcome.Taken.class);
    assertThat(messages)
        .singleElement()
        .asString()
        .startsWith("anna@shop.example\n")
        .contains("Subject: Invoice 1", "Dear Anna", "IN-000001.pdf");
  }

  @Test
  void encryptsFromTheFirstByteWhereItIsTold() throws IOException {
    serve(server -> server.serverSocketFactory(knowingTheCertificate()).requireAuth());

    assertThat(send(server("127.0.0.1", Tls.TLS, PASSWORD))).isInstanceOf(Post.Outcome.Taken.class);
    assertThat(messages).hasSize(1);
  }

  @Test
  void tellsAWrongPasswordAndTriesAgainLater() throws IOException {
    serve(startingTls());

    assertThat(send(server("127.0.0.1", Tls.STARTTLS, "not it")))
        .isInstanceOfSatisfying(
            Post.Outcome.Postponed.class, said -> assertThat(said.answer()).contains("535"));
    assertThat(messages).isEmpty();
  }

  @Test
  void sendsNothingToAServerWhoseCertificateNobodyVouchesFor() throws IOException {
    serve(startingTls());

    Post.Outcome outcome =
        new PostSmtp(server("127.0.0.1", Tls.AUTO, PASSWORD)).send(MAIL, List.of(new byte[4]));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Post.Outcome.Postponed.class,
            said -> assertThat(said.answer()).contains("valid certification path"));
    assertThat(messages).isEmpty();
  }

  @Test
  void sendsNothingToAServerThatGoesByAnotherName() throws IOException {
    serve(startingTls());

    assertThat(send(server("localhost", Tls.AUTO, PASSWORD)))
        .isInstanceOfSatisfying(
            Post.Outcome.Postponed.class, said -> assertThat(said.answer()).contains("localhost"));
    assertThat(messages).isEmpty();
  }

  @Test
  void neverSaysThePasswordUnencrypted() throws IOException {
    List<String> logins = Collections.synchronizedList(new ArrayList<>());
    serve(
        server ->
            server.authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> logins.add(password))));

    assertThat(send(server("127.0.0.1", Tls.AUTO, PASSWORD)))
        .isInstanceOfSatisfying(
            Post.Outcome.Postponed.class, said -> assertThat(said.answer()).contains("STARTTLS"));
    assertThat(logins).isEmpty();
    assertThat(messages).isEmpty();
  }
}
