package org.millrace.paper.print;

import java.util.Optional;
import org.millrace.einvoice.pdf.MalformedPage;
import org.millrace.einvoice.pdf.PrintPdf;
import org.millrace.party.Party;
import org.millrace.party.Party.Language;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import tools.jackson.databind.JsonNode;

/**
 * A document with all that its templates may say of it.
 *
 * @param kind by whose templates it is written, {@code sales/invoice}
 * @param us the party that is the company itself
 * @param partner whom it is for
 */
public record Paper(
    String kind, JsonNode fields, Language language, Optional<Party> us, Optional<Party> partner) {

  /**
   * As PDF/A-3, by the templates of a company.
   *
   * @throws Refused as not found when its kind is not printed, as conflict when a template of the
   *     firm's own cannot be used
   */
  byte[] pdf(Templates templates, CompanyCode company) {
    Template template =
        templates
            .page(company, kind)
            .orElseThrow(
                () ->
                    Refused.notFound("Documents of the kind %s are not printed.".formatted(kind)));
    try {
      return PrintPdf.print(template.filled(fields));
    } catch (MalformedPage e) {
      throw Templates.unusable(templates.name(company, kind), String.valueOf(e.getMessage()));
    }
  }
}
