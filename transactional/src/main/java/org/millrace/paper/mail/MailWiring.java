package org.millrace.paper.mail;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.millrace.database.Transactions;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.paper.Mail;
import org.millrace.paper.print.PrintDocuments;
import org.millrace.paper.sent.SendEInvoice;
import org.millrace.party.Companies;
import org.millrace.settings.CoreSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "mailedPapersWiring", proxyBeanMethods = false)
class MailWiring {
  private static final Logger LOG = LoggerFactory.getLogger(MailWiring.class);
  private static final int SECONDS = 1;

  @Bean
  static Documents<Mail> mails(DocumentStores stores) {
    return stores.of(Mail.KIND);
  }

  @Bean
  static WriteMail writeMail(
      CoreSettings settings, PrintDocuments print, SendEInvoice eInvoices, Companies companies) {
    return new WriteMail(settings.mail(), print, eInvoices, companies);
  }

  @Bean
  static SendByMail sendByMail(
      Documents<Mail> mails, MailQueue queue, WriteMail write, Companies companies) {
    return new SendByMail(mails, queue, write, companies);
  }

  /** Looks each second which mails are due; without a mail server nobody looks. */
  @Bean(destroyMethod = "shutdownNow")
  static ScheduledExecutorService mailsAreDelivered(
      CoreSettings settings,
      Documents<Mail> mails,
      MailQueue queue,
      Transactions transactions,
      Clock clock) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "mails");
              made.setDaemon(true);
              return made;
            });
    settings
        .mail()
        .map(server -> new DeliverMails(mails, queue, new PostSmtp(server), transactions, clock))
        .ifPresent(
            deliver -> {
              ScheduledFuture<?> unused =
                  thread.scheduleWithFixedDelay(
                      () -> all(deliver), SECONDS, SECONDS, TimeUnit.SECONDS);
            });
    return thread;
  }

  private static void all(DeliverMails deliver) {
    try {
      boolean isMore = true;
      while (isMore && !Thread.currentThread().isInterrupted()) {
        isMore = deliver.deliverNext();
      }
    } catch (RuntimeException failure) {
      LOG.warn("Mails could not be delivered; it is tried again", failure);
    }
  }
}
