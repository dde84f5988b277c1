package org.millrace.bank.run;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.millrace.bank.BankAccount;
import org.millrace.bank.Iban;
import org.millrace.shared.Money;

/** A payment run as the message pain.001.001.09 of ISO 20022: one credit transfer for each line. */
final class WritePain {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_TEXT = 140;
  private static final int LONGEST_ID = 35;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private WritePain() throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
  }

  /** The message, made at a moment, of a company of that name. */
  static String of(PaymentRun run, BankAccount account, String company, Instant now) {
    try {
      return new WritePain().written(run, account, company, now);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Writing " + run.number(), e);
    }
  }

  private String written(PaymentRun run, BankAccount account, String company, Instant now)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open("CstmrCdtTrfInitn");
    open("GrpHdr");
    leaf("MsgId", run.number().value());
    leaf("CreDtTm", now.truncatedTo(ChronoUnit.SECONDS).toString());
    totals(run);
    open("InitgPty");
    leaf("Nm", name(company));
    close(2);
    open("PmtInf");
    leaf("PmtInfId", run.number().value());
    leaf("PmtMtd", "TRF");
    leaf("BtchBookg", "true");
    totals(run);
    if (run.currency().getCurrencyCode().equals("EUR")) {
      open("PmtTpInf", "SvcLvl");
      leaf("Cd", "SEPA");
      close(2);
    }
    open("ReqdExctnDt");
    leaf("Dt", run.paymentDate().toString());
    close(1);
    open("Dbtr");
    leaf("Nm", name(company));
    close(1);
    open("DbtrAcct");
    account(account.iban().map(Iban::value).or(account::accountNumber).orElse(""));
    close(1);
    open("DbtrAgt", "FinInstnId");
    agent(account.bic());
    close(2);
    leaf("ChrgBr", "SLEV");
    for (PaymentRun.Line line : run.lines()) {
      transfer(line);
    }
    xml.writeEndDocument();
    xml.close();
    return text.toString();
  }

  private void totals(PaymentRun run) throws XMLStreamException {
    leaf("NbOfTxs", Integer.toString(run.lines().size()));
    leaf("CtrlSum", plain(run.amount()));
  }

  private void transfer(PaymentRun.Line line) throws XMLStreamException {
    open("CdtTrfTxInf", "PmtId");
    leaf("EndToEndId", cut(line.item().replaceFirst(".* ", ""), LONGEST_ID));
    close(1);
    open("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", line.amount().currency().getCurrencyCode());
    xml.writeCharacters(plain(line.amount()));
    close(2);
    open("Cdtr");
    leaf("Nm", name(line.partyName()));
    close(1);
    open("CdtrAcct");
    account(line.creditorAccount().orElse(""));
    close(1);
    open("RmtInf");
    leaf("Ustrd", cut(line.called(), LONGEST_TEXT));
    close(2);
  }

  private void account(String number) throws XMLStreamException {
    open("Id");
    if (Iban.isValid(number.toUpperCase(Locale.ROOT))) {
      leaf("IBAN", number);
    } else {
      open("Othr");
      leaf("Id", number);
      close(1);
    }
    close(1);
  }

  private void agent(Optional<String> bic) throws XMLStreamException {
    if (bic.isPresent()) {
      leaf("BICFI", bic.get());
    } else {
      open("Othr");
      leaf("Id", "NOTPROVIDED");
      close(1);
    }
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }

  private static String name(String name) {
    return cut(name, LONGEST_NAME);
  }

  private static String cut(String whole, int longest) {
    return whole.substring(0, Math.min(longest, whole.length()));
  }

  private void open(String... names) throws XMLStreamException {
    for (String each : names) {
      xml.writeStartElement(each);
    }
  }

  private void leaf(String element, String value) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void close(int elements) throws XMLStreamException {
    for (int i = 0; i < elements; i++) {
      xml.writeEndElement();
    }
  }
}
