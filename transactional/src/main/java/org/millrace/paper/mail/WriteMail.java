package org.millrace.paper.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.millrace.paper.print.Paper;
import org.millrace.paper.print.PrintDocuments;
import org.millrace.paper.sent.SendEInvoice;
import org.millrace.paper.sent.SendEInvoice.Form;
import org.millrace.party.Companies;
import org.millrace.party.Contact;
import org.millrace.party.Party;
import org.millrace.party.Party.Language;
import org.millrace.sales.InvoiceNumber;
import org.millrace.settings.MailServer;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Writes mails of documents: to whom, with which words, with which files. */
final class WriteMail {
  private static final String TITLE = "The document cannot be sent";
  private static final String EXPECTED = "an address such as anna@example.com";
  private static final int MOST_RECIPIENTS = 20;
  private static final int LONGEST_SUBJECT = 250;
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_ADDRESS = 200;

  /** The dot-atoms of RFC 5321; quoted local parts and other scripts not every server takes. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?=[^@]{1,64}@)[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
              + "@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
              + "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");

  private final Optional<MailServer> server;
  private final PrintDocuments print;
  private final SendEInvoice eInvoices;
  private final Companies companies;

  WriteMail(
      Optional<MailServer> server,
      PrintDocuments print,
      SendEInvoice eInvoices,
      Companies companies) {
    this.server = server;
    this.print = print;
    this.eInvoices = eInvoices;
    this.companies = companies;
  }

  /**
   * What somebody asks for: other recipients, words or another language than proposed, and the
   * electronic invoice beside the paper or within it.
   */
  record Asked(
      Optional<List<String>> recipients,
      Optional<Language> language,
      Optional<String> subject,
      Optional<String> text,
      Optional<Form> eInvoice,
      Optional<SendEInvoice.Usage> usage,
      Optional<String> buyerReference) {}

  /** What would be sent if nobody said otherwise, and the addresses that are known of the party. */
  record Proposal(
      Optional<String> sender,
      List<String> recipients,
      List<String> known,
      Language language,
      String subject,
      String text) {
    Proposal {
      recipients = List.copyOf(recipients);
      known = List.copyOf(known);
    }
  }

  /** A file as it is sent. */
  record Attached(String name, String mediaType, byte[] content) {}

  /** A mail with its files, before it has a number. */
  record Written(
      Paper paper,
      String sender,
      String senderName,
      List<String> recipients,
      String subject,
      String text,
      List<Attached> files) {
    Written {
      recipients = List.copyOf(recipients);
      files = List.copyOf(files);
    }
  }

  /** The mail of a document as it is proposed. */
  Proposal proposal(CompanyCode company, DocumentRef document, Optional<Language> language) {
    Paper paper = paper(company, document, language);
    List<String> known = known(paper);
    Letter letter = Letter.of(print.letter(company, paper));
    return new Proposal(
        sender(paper),
        known.stream().limit(1).toList(),
        known,
        paper.language(),
        letter.subject(),
        letter.text());
  }

  /**
   * The mail of a document with its files.
   *
   * @throws Refused as conflict when no mail server is set, as invalid naming what is missing or
   *     malformed
   */
  Written mail(CompanyCode company, DocumentRef document, Asked asked) {
    Paper paper = paper(company, document, asked.language());
    if (server.isEmpty()) {
      throw Refused.conflict(
          "%s cannot be sent: no mail server is set. Ask who administers Millrace to set smtp-host."
              .formatted(document));
    }
    Letter letter = Letter.of(print.letter(company, paper));
    String subject = asked.subject().map(String::strip).orElse(letter.subject());
    String text = asked.text().map(String::strip).orElse(letter.text());
    List<String> recipients =
        asked.recipients().orElseGet(() -> known(paper).stream().limit(1).toList()).stream()
            .map(String::strip)
            .distinct()
            .toList();
    Problems problems = new Problems();
    check(problems, recipients, paper);
    problems
        .require(
            !subject.isEmpty()
                && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl),
            "subject",
            subject,
            "one line of 1 to 250 characters")
        .require(
            !text.isEmpty() && text.length() <= LONGEST_TEXT,
            "text",
            text.length() + " characters",
            "1 to 10000 characters")
        .require(
            sender(paper).filter(WriteMail::isAddress).isPresent(),
            "sender",
            sender(paper).orElse(""),
            "an e-mail address of the party that is the company itself, or the setting mail-from");
    boolean isInvoice = document.domain().equals("sales") && document.type().equals("invoice");
    problems.require(
        asked.eInvoice().isEmpty() || isInvoice,
        "eInvoice",
        asked.eInvoice().map(Form::name).orElse(""),
        "none, as only invoices and credit notes have one");
    problems.refuse(TITLE);
    return new Written(
        paper,
        sender(paper).orElseThrow(),
        paper.us().map(Party::name).orElseGet(() -> companies.named(company).name()),
        recipients,
        subject,
        text,
        files(company, document, paper, asked));
  }

  private Paper paper(CompanyCode company, DocumentRef document, Optional<Language> language) {
    String kind = document.domain() + "/" + document.type();
    return print.paper(company, kind, document.number(), language);
  }

  private List<Attached> files(
      CompanyCode company, DocumentRef document, Paper paper, Asked asked) {
    String name = document.number().replaceAll("[^\\p{L}\\p{N}._-]", "-");
    List<Attached> files = new ArrayList<>();
    Optional<byte[]> eInvoice = asked.eInvoice().map(form -> written(company, document, asked));
    boolean isInside = asked.eInvoice().filter(Form.FACTUR_X::equals).isPresent();
    byte[] pdf = isInside ? eInvoice.orElseThrow() : print.pdf(company, paper);
    files.add(new Attached(name + ".pdf", "application/pdf", pdf));
    eInvoice
        .filter(file -> !isInside)
        .ifPresent(file -> files.add(new Attached(name + ".xml", "application/xml", file)));
    return files;
  }

  private byte[] written(CompanyCode company, DocumentRef document, Asked asked) {
    return eInvoices.file(
        company,
        new InvoiceNumber(document.number()),
        asked.eInvoice().orElseThrow(),
        asked.usage().orElse(SendEInvoice.Usage.EN_16931),
        asked.buyerReference());
  }

  private static void check(Problems problems, List<String> recipients, Paper paper) {
    if (recipients.isEmpty()) {
      problems.add(
          "recipients",
          "",
          paper
              .partner()
              .map(
                  party ->
                      "an address: party %s has none, add one to it or name one here"
                          .formatted(party.code()))
              .orElse(EXPECTED));
    }
    problems.require(
        recipients.size() <= MOST_RECIPIENTS,
        "recipients",
        recipients.size(),
        "at most 20 addresses");
    recipients.stream()
        .filter(address -> !isAddress(address))
        .forEach(address -> problems.add("recipients", address, EXPECTED));
  }

  /** What any mail server can be asked to deliver to: local part, @, a domain with a dot. */
  static boolean isAddress(String text) {
    return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
  }

  /** The party's own address first, then those of its contacts. */
  private static List<String> known(Paper paper) {
    Set<String> known = new LinkedHashSet<>();
    paper
        .partner()
        .ifPresent(
            party ->
                Stream.concat(
                        party.email().stream(),
                        party.contacts().stream().map(Contact::email).flatMap(Optional::stream))
                    .forEach(known::add));
    return List.copyOf(known);
  }

  /** The company's own address, else the one of the instance. */
  private Optional<String> sender(Paper paper) {
    return paper.us().flatMap(Party::email).or(() -> server.flatMap(MailServer::from));
  }

  /** Subject and text from the file of the kind and language: the subject is the first line. */
  private record Letter(String subject, String text) {
    static Letter of(String filled) {
      String[] parts = filled.strip().split("\n", 2);
      return new Letter(parts[0].strip(), parts.length == 1 ? "" : parts[1].strip());
    }
  }
}
