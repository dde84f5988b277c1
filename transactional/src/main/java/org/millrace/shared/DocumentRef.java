package org.millrace.shared;

/** The document behind an act: {@code sales, invoice, 536365}. */
public record DocumentRef(String domain, String type, String number) {
  public DocumentRef {
    domain = Code.checked("domain", "document domain", domain, 40);
    type = Code.checked("type", "document type", type, 40);
    number = Code.checked("number", "document number", number, 120);
  }

  @Override
  public String toString() {
    return domain + " " + type + " " + number;
  }
}
