package org.millrace.deploy.alert;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Properties;
import org.millrace.deploy.home.Settings;
import org.millrace.deploy.home.Settings.Tls;

/** Sends by SMTP; with a user only over TLS, on port 465 from the first byte. */
public final class PostSmtp implements Alerts.Post {

  private static final String PATIENCE_MILLIS = "10000";
  private static final int SMTPS = 465;

  private final Settings.Mail mail;

  public PostSmtp(Settings.Mail mail) {
    this.mail = mail;
  }

  @Override
  public void send(String subject, String text) throws PostRefused {
    try {
      MimeMessage message = new MimeMessage(session());
      message.setFrom(new InternetAddress(mail.from()));
      message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(mail.to()));
      message.setSubject(subject, StandardCharsets.UTF_8.name());
      message.setText(text, StandardCharsets.UTF_8.name());
      message.setSentDate(new Date());
      Transport.send(message);
    } catch (MessagingException e) {
      throw new PostRefused(
          "%s:%d did not take the mail to %s: %s"
              .formatted(mail.host(), mail.port(), mail.to(), e.getMessage()),
          e);
    }
  }

  private Session session() {
    boolean hasLogin = !mail.login().user().isEmpty();
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", mail.host());
    properties.setProperty("mail.smtp.port", Integer.toString(mail.port()));
    for (String what : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail.smtp." + what, PATIENCE_MILLIS);
    }
    Tls tls = mail.tls();
    boolean isTls = tls == Tls.TLS || tls == Tls.AUTO && mail.port() == SMTPS;
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(isTls));
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls != Tls.NONE));
    properties.setProperty(
        "mail.smtp.starttls.required",
        Boolean.toString(!isTls && (tls == Tls.STARTTLS || tls == Tls.AUTO && hasLogin)));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(hasLogin));
    return Session.getInstance(properties, hasLogin ? login() : null);
  }

  private Authenticator login() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(
            mail.login().user(), mail.login().passwordFile().map(PostSmtp::line).orElse(""));
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
