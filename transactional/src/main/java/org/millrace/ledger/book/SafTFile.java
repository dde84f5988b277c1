package org.millrace.ledger.book;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.millrace.party.FiscalYear;

/**
 * The journal as a Standard Audit File for Tax: header, accounts with balances, partners, entries.
 */
final class SafTFile {
  private static final String NAMESPACE = "urn:OECD:StandardAuditFile-Tax:2.00";

  private final JournalBook book;
  private final XMLStreamWriter xml;

  private SafTFile(JournalBook book, XMLStreamWriter xml) {
    this.book = book;
    this.xml = xml;
  }

  static void write(JournalBook book, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
      new SafTFile(book, xml).file();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("The audit file could not be written", e);
    }
  }

  private void file() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "AuditFile");
    xml.writeDefaultNamespace(NAMESPACE);
    header();
    masters();
    entries();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void header() throws XMLStreamException {
    LocalDate made = book.readAt().atZone(ZoneOffset.UTC).toLocalDate();
    start("Header");
    leaf("AuditFileVersion", "2.00");
    leaf("AuditFileDateCreated", made.toString());
    leaf("SoftwareCompanyName", "Millrace");
    leaf("SoftwareID", "Millrace");
    start("Company");
    leaf("RegistrationNumber", book.company().code().value());
    leaf("Name", book.company().name());
    end();
    leaf("DefaultCurrencyCode", book.company().currency().getCurrencyCode());
    start("SelectionCriteria");
    leaf("SelectionStartDate", book.from().toString());
    leaf("SelectionEndDate", book.to().toString());
    end();
    leaf("TaxAccountingBasis", "Accrual");
    end();
  }

  private void masters() throws XMLStreamException {
    start("MasterFiles");
    start("GeneralLedgerAccounts");
    for (JournalBook.AccountBalance one : book.accounts()) {
      start("Account");
      leaf("AccountID", one.account().code().value());
      leaf("AccountDescription", one.account().name());
      leaf("StandardAccountID", one.account().code().value());
      leaf("AccountType", "GL");
      balance("Opening", one.opening());
      balance("Closing", one.closing());
      end();
    }
    end();
    partners("Customers", "Customer", JournalBook.BookPartner::customer);
    partners("Suppliers", "Supplier", JournalBook.BookPartner::supplier);
    end();
  }

  private void balance(String when, BigDecimal amount) throws XMLStreamException {
    String side = amount.signum() < 0 ? "CreditBalance" : "DebitBalance";
    leaf(when + side, amount.abs().toPlainString());
  }

  private void partners(String all, String one, Predicate<JournalBook.BookPartner> of)
      throws XMLStreamException {
    List<JournalBook.BookPartner> partners = book.partners().stream().filter(of).toList();
    if (partners.isEmpty()) {
      return;
    }
    start(all);
    for (JournalBook.BookPartner partner : partners) {
      start(one);
      leaf("Name", partner.name());
      start("Address");
      leaf("Region", partner.country());
      end();
      leaf(one + "ID", partner.code());
      end();
    }
    end();
  }

  private void entries() throws XMLStreamException {
    JournalBook.Totals totals = book.totals();
    start("GeneralLedgerEntries");
    leaf("NumberOfEntries", Long.toString(totals.entries()));
    leaf("TotalDebit", totals.debit().toPlainString());
    leaf("TotalCredit", totals.credit().toPlainString());
    start("Journal");
    leaf("JournalID", "GL");
    leaf("Description", "General journal");
    leaf("Type", "GL");
    book.read(this::transaction);
    end();
    end();
  }

  private void transaction(BookedEntry entry) {
    try {
      start("Transaction");
      leaf("TransactionID", Long.toString(entry.number()));
      YearMonth month = YearMonth.from(entry.date());
      FiscalYear year = book.company().fiscalYearOf(month);
      leaf("Period", Integer.toString(year.place(month)));
      leaf("PeriodYear", Integer.toString(year.firstMonth().getYear()));
      leaf("TransactionDate", entry.date().toString());
      leaf("SourceID", entry.actor());
      leaf("Description", entry.text());
      leaf("SystemEntryDate", entry.recordedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
      leaf("GLPostingDate", entry.date().toString());
      for (BookedEntry.Line line : entry.lines()) {
        line(entry, line);
      }
      end();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Entry " + entry.number() + " could not be written", e);
    }
  }

  private void line(BookedEntry entry, BookedEntry.Line line) throws XMLStreamException {
    start("Line");
    leaf("RecordID", Integer.toString(line.line()));
    leaf("AccountID", line.account().value());
    leaf("SourceDocumentID", entry.document().number());
    if (entry.partner().isPresent()) {
      String code = entry.partner().get().code();
      leaf(isSupplier(code) ? "SupplierID" : "CustomerID", code);
    }
    leaf("Description", entry.text());
    boolean isDebit = line.signed().signum() > 0;
    start(isDebit ? "DebitAmount" : "CreditAmount");
    leaf("Amount", (isDebit ? line.debit() : line.credit()).toPlainString());
    if (line.original().isPresent()) {
      leaf("CurrencyCode", line.original().get().currency().getCurrencyCode());
      leaf("CurrencyAmount", line.original().get().amount().abs().toPlainString());
    }
    end();
    end();
  }

  private boolean isSupplier(String code) {
    return book.partners().stream()
        .anyMatch(one -> one.code().equals(code) && one.supplier() && !one.customer());
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void leaf(String name, String text) throws XMLStreamException {
    start(name);
    xml.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", " "));
    end();
  }
}
