package org.millrace.einvoice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a document is: BG-2 process, BT-1 number, BT-2 issued, BT-3 type (UNTDID 1001), BT-5
 * currency, BT-6 currency of the tax in the seller's books, BT-7 and BT-8 tax point, BG-1 notes.
 */
public record Heading(
    Process process,
    String number,
    LocalDate issued,
    String type,
    String currency,
    Optional<String> taxCurrency,
    Optional<TaxPoint> taxPoint,
    List<Note> notes) {
  /** The type code of a commercial invoice. */
  public static final String INVOICE = "380";

  /** The type code of an invoice that asks for money before the supply. */
  public static final String PREPAYMENT = "386";

  /** The type code of a credit note. */
  public static final String CREDIT_NOTE = "381";

  public Heading {
    taxCurrency = taxCurrency.filter(other -> !other.equals(currency));
    notes = List.copyOf(notes);
  }

  /** Whether the document takes back: UBL writes these types as a CreditNote. */
  public boolean isCreditNote() {
    return switch (type) {
      case CREDIT_NOTE, "81", "83", "308", "396", "420", "458", "532" -> true;
      default -> false;
    };
  }

  /** BT-23 business process, BT-24 the rules that the document says it keeps. */
  public record Process(Optional<String> profile, String rules) {
    /** What says that a document keeps EN 16931 and no more. */
    public static final String EN_16931 = "urn:cen.eu:en16931:2017";

    /** What says that a document keeps XRechnung 3.0, the German usage of EN 16931. */
    public static final String XRECHNUNG =
        "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";

    /** Whether the document uses the extension of XRechnung. */
    public boolean isExtended() {
      return rules.contains(":extension:xrechnung_3.0");
    }

    /** Whether the rules of XRechnung are to be kept besides those of EN 16931. */
    public boolean isXRechnung() {
      return rules.contains(":xrechnung_3.0");
    }
  }

  /** BT-21 subject (UNTDID 4451), BT-22 text. */
  public record Note(Optional<String> subject, String text) {}

  /** When the tax becomes due: on BT-7, or with the event of BT-8. */
  public record TaxPoint(Optional<LocalDate> date, Optional<Event> event) {}

  /** Values of BT-8, with the code that UBL (UNTDID 2005) and CII (UNTDID 2475) have for it. */
  public enum Event {
    INVOICE_ISSUED("3", "5"),
    DELIVERY("35", "29"),
    PAYMENT("432", "72");

    private final String ubl;
    private final String cii;

    Event(String ubl, String cii) {
      this.ubl = ubl;
      this.cii = cii;
    }

    public String ubl() {
      return ubl;
    }

    public String cii() {
      return cii;
    }
  }
}
