package org.millrace.paper.print;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.collaboration.KeepFiles;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.document.number.DocumentNumber;
import org.millrace.json.Json;
import org.millrace.party.Address;
import org.millrace.party.Companies;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.Party.Language;
import org.millrace.party.PartyCode;
import org.millrace.sales.Invoice;
import org.millrace.sales.shipment.PickList;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints documents from their templates, with our letterhead and for who gets them. The logo is the
 * file {@code logo.png} that is attached to the party which is the company itself.
 */
public final class PrintDocuments {
  private static final String LOGO = "logo.png";
  private static final String PICK_LIST = "sales/pick-list";

  private final DocumentStores stores;
  private final Companies companies;
  private final Parties parties;
  private final KeepFiles files;
  private final Templates templates;

  PrintDocuments(
      DocumentStores stores,
      Companies companies,
      Parties parties,
      KeepFiles files,
      Templates templates) {
    this.stores = stores;
    this.companies = companies;
    this.parties = parties;
    this.files = files;
    this.templates = templates;
  }

  /**
   * A document as PDF/A-3, in the language that is asked for or that of who gets it.
   *
   * @throws Refused as not found when there is none, or its kind is not printed
   */
  public byte[] print(
      CompanyCode company, String kind, String number, Optional<Language> language) {
    return paper(company, kind, number, language).pdf(templates, company);
  }

  /** A pick list as PDF/A-3, in the language that is asked for, else that of the company. */
  public byte[] print(CompanyCode company, PickList list, Optional<Language> language) {
    Optional<Language> ours = parties.self(company).flatMap(Party::language);
    return paper(company, PICK_LIST, list, language.or(() -> ours)).pdf(templates, company);
  }

  /** The mail with which a paper is sent: the subject is its first line. */
  public String letter(CompanyCode company, Paper paper) {
    return templates.letter(company, paper.kind(), paper.language()).filled(paper.fields());
  }

  /** A paper of a company as PDF/A-3. */
  public byte[] pdf(CompanyCode company, Paper paper) {
    return paper.pdf(templates, company);
  }

  /** The kinds that are printed: those with a template. */
  public List<String> kinds() {
    return stores.kinds().stream()
        .map(DocumentKind::name)
        .filter(templates::isPrinted)
        .sorted()
        .toList();
  }

  /**
   * What is printed of a document that the caller may read.
   *
   * @throws Refused as not found when there is none, or its kind is not printed
   */
  public Paper paper(CompanyCode company, String kind, String number, Optional<Language> language) {
    if (!templates.isPrinted(kind)) {
      throw Refused.notFound("Documents of the kind %s are not printed.".formatted(kind));
    }
    return paper(company, stores.named(kind), number, language);
  }

  /** A credit note stands among the invoices and is printed as what it is. */
  private static String templateOf(String kind, Record document) {
    return document instanceof Invoice invoice && invoice.kind() == Invoice.Kind.CREDIT_NOTE
        ? Invoice.CREDIT_NOTES.name()
        : kind;
  }

  private <T extends Record> Paper paper(
      CompanyCode company, Documents<T> documents, String number, Optional<Language> asked) {
    Caller.current().requireSome(company, documents.kind().readPermission());
    T document = documents.named(company, new DocumentNumber(number)).document();
    return paper(company, documents.kind().name(), document, asked);
  }

  private Paper paper(CompanyCode company, String kind, Record document, Optional<Language> asked) {
    JsonMapper json = Json.answers(held -> Caller.current().may(company.value(), held));
    ObjectNode fields = json.valueToTree(document);
    OnPaper.told(fields);
    if (document instanceof Invoice invoice) {
      told(invoice, fields);
    }
    Optional<Party> partner = partner(company, fields);
    Optional<Party> us = parties.self(company);
    Language language =
        asked
            .or(() -> partner.flatMap(Party::language))
            .or(() -> us.flatMap(Party::language))
            .orElse(Language.EN);
    fields.set("words", json.valueToTree(templates.words(company, language)));
    fields.put("companyName", companies.named(company).name());
    us.ifPresent(party -> fields.set("us", json.valueToTree(party)));
    us.flatMap(party -> address(party, Address.Kind.REGISTERED))
        .ifPresent(address -> fields.set("ourAddress", json.valueToTree(address)));
    partner.ifPresent(party -> fields.set("partner", json.valueToTree(party)));
    partner
        .flatMap(party -> address(party, Address.Kind.BILLING))
        .ifPresent(address -> fields.set("partnerAddress", json.valueToTree(address)));
    us.flatMap(party -> logo(company, party)).ifPresent(logo -> fields.put("logo", logo));
    us.flatMap(party -> payment(party, document)).ifPresent(code -> fields.put("qr", code));
    return new Paper(templateOf(kind, document), fields, language, us, partner);
  }

  /** What an invoice says that is not one of its fields. */
  private static void told(Invoice invoice, ObjectNode fields) {
    fields.put("isPrepayment", invoice.isPrepayment());
    if (!invoice.prepaid().isEmpty()) {
      BigDecimal prepaid =
          invoice.foreign().isPresent()
              ? invoice.foreignPrepaid().gross()
              : invoice.prepaid(Invoice.Prepaid::gross).amount();
      fields.put("toPay", invoice.documentGross().amount().subtract(prepaid));
    }
  }

  /** Whom the document is for: the party that it names as customer or supplier, or as its party. */
  private Optional<Party> partner(CompanyCode company, JsonNode fields) {
    for (String role : List.of("customer", "supplier", "party")) {
      JsonNode named =
          fields.path(role).isObject() ? fields.at("/" + role + "/code") : fields.path(role);
      if (named.isString()) {
        PartyCode code = new PartyCode(named.asString());
        Map<PartyCode, Party> found = parties.named(company, List.of(code));
        return Optional.ofNullable(found.get(code));
      }
    }
    return Optional.empty();
  }

  private static Optional<Address> address(Party party, Address.Kind kind) {
    return party.addresses().stream().min(Comparator.comparing(one -> !one.kinds().contains(kind)));
  }

  private Optional<String> logo(CompanyCode company, Party us) {
    return files
        .kept(company, Party.KIND.ref(us.code()), LOGO)
        .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
  }

  private static Optional<String> payment(Party us, Record document) {
    return document instanceof Invoice invoice
        ? PaymentCode.text(us, invoice.documentOpen(), invoice.number().value())
            .map(PaymentCode::picture)
        : Optional.empty();
  }
}
