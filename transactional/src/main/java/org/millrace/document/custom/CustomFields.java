package org.millrace.document.custom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millrace.document.DocumentKind;
import org.millrace.document.Versioned;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/**
 * The custom fields of each company and kind of document, and the values that are given to them.
 */
public interface CustomFields {
  /** Those that are declared, in their order, retired ones too. */
  List<CustomField> of(CompanyCode company, DocumentKind<?> kind);

  /** Declares one or changes it, within the running transaction; its type stays. */
  CustomField declare(CompanyCode company, DocumentKind<?> kind, CustomField field);

  /** Whether documents of the kind can have any. */
  boolean areKept(DocumentKind<?> kind);

  /** Makes room for them in the table of the kind, where that is one. */
  void keep(DocumentKind<?> kind);

  /**
   * What the running request gives the document of the kind that it records or changes; texts, as
   * they were sent. Empty when it says nothing of custom fields.
   */
  void give(DocumentKind<?> kind, Optional<Map<String, String>> values);

  /**
   * The values of a document that is recorded: checked, and none of those that must be there lacks
   * when a person records it.
   *
   * @throws org.millrace.shared.Refused naming each field that does not fit
   */
  Map<String, Object> ofNew(CompanyCode company, DocumentKind<?> kind);

  /** The values of a document that is changed; empty where they stay as they are. */
  Optional<Map<String, Object>> ofChanged(Versioned<?> before, DocumentKind<?> kind);

  /** Stored values, of the text that stands in the table. */
  Map<String, Object> read(@Nullable String stored);

  /** The text that stands in the table. */
  @Nullable String stored(Map<String, Object> values);

  /** Checks values against declared fields; what retired fields have stays. */
  static Map<String, Object> checked(
      List<CustomField> fields,
      Map<String, String> given,
      Map<String, Object> before,
      Problems problems) {
    return CustomCheck.of(fields, given, before, problems);
  }
}
