package org.millrace.einvoice;

import org.millrace.einvoice.cii.ReadCii;
import org.millrace.einvoice.cii.WriteCii;
import org.millrace.einvoice.ubl.ReadUbl;
import org.millrace.einvoice.ubl.WriteUbl;
import org.millrace.einvoice.xml.Element;
import org.millrace.einvoice.xml.ReadXml;

/** Electronic invoices as files: read in whichever syntax they are, written in one. */
public final class EInvoiceFile {
  private EInvoiceFile() {}

  /** The two syntaxes of EN 16931. */
  public enum Syntax {
    UBL,
    CII
  }

  /** The syntax that a root element begins. */
  public static Syntax syntax(Element root) {
    if (ReadUbl.reads(root)) {
      return Syntax.UBL;
    }
    if (ReadCii.reads(root)) {
      return Syntax.CII;
    }
    throw new EInvoiceRefused(
        "The file begins with "
            + root.name()
            + ", which is neither a UBL Invoice or CreditNote nor a CrossIndustryInvoice.");
  }

  /** The rules that a document says it keeps. */
  public static Heading.Process process(Element root) {
    return switch (syntax(root)) {
      case UBL -> ReadUbl.process(root);
      case CII -> ReadCii.process(root);
    };
  }

  /** The document in a file of XML. */
  public static EInvoice read(byte[] xml) {
    return read(ReadXml.read(xml));
  }

  /** The document whose root element this is. */
  public static EInvoice read(Element root) {
    return switch (syntax(root)) {
      case UBL -> ReadUbl.read(root);
      case CII -> ReadCii.read(root);
    };
  }

  public static byte[] write(EInvoice invoice, Syntax syntax) {
    return switch (syntax) {
      case UBL -> WriteUbl.write(invoice);
      case CII -> WriteCii.write(invoice);
    };
  }
}
