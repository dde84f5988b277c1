package org.millrace.paper.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.millrace.paper.Mail;
import org.millrace.settings.MailServer;
import org.millrace.settings.MailServer.Tls;

/** Speaks SMTP. One address that is refused refuses the mail: nobody gets it, or everybody. */
final class PostSmtp implements Post {
  private static final String CONNECT_MILLIS = "10000";
  private static final String ANSWER_MILLIS = "60000";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int SMTPS = 465;
  private static final int FOR_GOOD = 500;
  private static final int LONGEST_ANSWER = 1000;

  private final MailServer server;
  private final SSLSocketFactory sockets;

  /** Trusts the certificates that the Java runtime trusts. */
  PostSmtp(MailServer server) {
    this(server, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  PostSmtp(MailServer server, SSLSocketFactory sockets) {
    this.server = server;
    this.sockets = sockets;
  }

  @Override
  public Outcome send(Mail mail, List<byte[]> files) {
    try {
      Session session = session();
      Message message = message(session, mail, files);
      try (SMTPTransport smtp = (SMTPTransport) session.getTransport("smtp")) {
        smtp.connect();
        smtp.sendMessage(message, message.getAllRecipients());
        return new Outcome.Taken(cut(smtp.getLastServerResponse()));
      }
    } catch (MessagingException e) {
      String answer = cut("%s:%d: %s".formatted(server.host(), server.port(), said(e)));
      return isForGood(e) ? new Outcome.Refused(answer) : new Outcome.Postponed(answer);
    } catch (UncheckedIOException e) {
      return new Outcome.Postponed(cut(String.valueOf(e.getMessage())));
    }
  }

  /** All that went wrong, the reasons of single addresses included. */
  private static String said(MessagingException failure) {
    StringBuilder all = new StringBuilder();
    for (@Nullable Exception one = failure; one != null; one = next(one)) {
      String text = String.valueOf(one.getMessage()).strip();
      if (all.indexOf(text) < 0) {
        all.append(all.isEmpty() ? "" : "; ").append(text);
      }
    }
    return all.toString();
  }

  private static @Nullable Exception next(Exception one) {
    return one instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /** Whether the server said no and not later; who may not log in at all is tried again. */
  private static boolean isForGood(MessagingException failure) {
    for (@Nullable Exception one = failure; one != null; one = next(one)) {
      int code = code(one);
      if (code >= FOR_GOOD) {
        return true;
      }
    }
    return false;
  }

  private static int code(Exception failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return failure instanceof SMTPSendFailedException sending ? sending.getReturnCode() : 0;
  }

  private static String cut(@Nullable String text) {
    String one = text == null ? "" : text.replaceAll("\\s+", " ").strip();
    return one.substring(0, Math.min(LONGEST_ANSWER, one.length()));
  }

  /** The same in every attempt, its Message-ID and date included. */
  private static MimeMessage message(Session session, Mail mail, List<byte[]> files)
      throws MessagingException {
    Mail.Letter letter = mail.letter();
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", letter.messageId());
          }
        };
    try {
      message.setFrom(new InternetAddress(letter.sender(), letter.senderName(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Mail.Recipient recipient : mail.recipients()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient.address()));
    }
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(mail.queuedAt()));
    message.setHeader(
        "Content-Language", mail.language().name().toLowerCase(java.util.Locale.ROOT));
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8);
    parts.addBodyPart(text);
    for (Mail.File file : mail.files()) {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(
          new DataHandler(new ByteArrayDataSource(files.get(file.line() - 1), file.mediaType())));
      part.setFileName(file.name());
      part.setHeader("Content-Transfer-Encoding", "base64");
      parts.addBodyPart(part);
    }
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private Session session() {
    Tls tls = server.tls();
    boolean isTls = tls == Tls.TLS || tls == Tls.AUTO && server.port() == SMTPS;
    boolean hasUser = server.user().isPresent();
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", server.host());
    properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.sendpartial", "false");
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(isTls));
    properties.put("mail.smtp.ssl.socketFactory", sockets);
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(tls != Tls.NONE && !isTls));
    properties.setProperty(
        "mail.smtp.starttls.required",
        Boolean.toString(!isTls && (tls == Tls.STARTTLS || tls == Tls.AUTO && hasUser)));
    properties.setProperty("mail.smtp.auth", Boolean.toString(hasUser));
    return Session.getInstance(properties, hasUser ? login() : null);
  }

  private Authenticator login() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
            server.user().orElseThrow(), server.passwordFile().map(PostSmtp::line).orElse(""));
      }
    };
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
