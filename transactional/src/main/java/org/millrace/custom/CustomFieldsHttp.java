package org.millrace.custom;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.DocumentKind;
import org.millrace.document.custom.CustomField;
import org.millrace.document.custom.CustomFields;
import org.millrace.document.custom.CustomType;
import org.millrace.party.Companies;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;
import org.millrace.web.RequiresPermission;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The custom fields of each kind of document. */
@RestController
@RequestMapping("/api/companies/{company}/custom-fields")
class CustomFieldsHttp {
  private final CustomFields fields;
  private final ObjectProvider<DetailedEndpoints<?, ?, ?>> endpoints;
  private final Companies companies;

  CustomFieldsHttp(
      CustomFields fields,
      ObjectProvider<DetailedEndpoints<?, ?, ?>> endpoints,
      Companies companies) {
    this.fields = fields;
    this.endpoints = endpoints;
    this.companies = companies;
  }

  /**
   * A kind as domain and type, where its documents are below the company, and its fields in the
   * order in which they were declared.
   */
  record OfKind(String kind, String path, List<CustomField> fields) {}

  /** What a field is to be; a retired one keeps its name and what documents have in it. */
  record Declaring(
      CustomType type,
      CustomField.Label label,
      Optional<String> unit,
      Optional<Boolean> required,
      Optional<Boolean> retired,
      Optional<Integer> decimals,
      Optional<List<CustomField.Choice>> choices) {
    CustomField named(String name) {
      return new CustomField(
          name,
          type,
          label,
          unit,
          required.orElse(false),
          retired.orElse(false),
          decimals,
          choices.orElse(List.of()));
    }
  }

  /** Of every kind of document that can have some. */
  @GetMapping
  @RequiresPermission("custom.read")
  List<OfKind> all(@PathVariable CompanyCode company) {
    companies.named(company);
    return kinds().stream().map(kind -> ofKind(company, kind)).toList();
  }

  /** Of one kind. */
  @GetMapping("/{domain}/{kind}")
  @RequiresPermission("custom.read")
  OfKind one(
      @PathVariable CompanyCode company, @PathVariable String domain, @PathVariable String kind) {
    companies.named(company);
    return ofKind(company, named(domain + "/" + kind));
  }

  /** Declares a field or changes it; its type stays, as documents may have values. */
  @PutMapping("/{domain}/{kind}/{name}")
  @RequiresPermission("custom.write")
  CustomField declare(
      @PathVariable CompanyCode company,
      @PathVariable String domain,
      @PathVariable String kind,
      @PathVariable String name,
      @RequestBody Declaring declaring) {
    companies.named(company);
    DocumentKind<?> found = named(domain + "/" + kind).kind();
    return fields.declare(company, found, declaring.named(name));
  }

  private OfKind ofKind(CompanyCode company, DetailedEndpoints<?, ?, ?> of) {
    return new OfKind(of.kind().name(), of.path(), fields.of(company, of.kind()));
  }

  private List<DetailedEndpoints<?, ?, ?>> kinds() {
    return endpoints.stream()
        .filter(DetailedEndpoints::hasCustomFields)
        .filter(of -> fields.areKept(of.kind()))
        .sorted(Comparator.comparing(of -> of.kind().name()))
        .toList();
  }

  private DetailedEndpoints<?, ?, ?> named(String name) {
    return kinds().stream()
        .filter(of -> of.kind().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refused.notFound(
                    "There are no documents '%s' with custom fields. There are %s."
                        .formatted(name, kinds().stream().map(of -> of.kind().name()).toList())));
  }
}
