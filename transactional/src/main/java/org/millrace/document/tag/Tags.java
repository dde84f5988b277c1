package org.millrace.document.tag;

import java.util.List;
import java.util.Set;
import org.millrace.shared.CompanyCode;

/** The tags of documents. */
public interface Tags {
  /**
   * The condition that a document has one of the tags given as an array of text; the table, the
   * column that names the document and the kind are to be filled in.
   */
  String CONDITION =
      "exists (select from document.tag t where t.company = %1$s.company and t.kind = '%3$s'"
          + " and t.number = %1$s.%2$s and t.tag = any(?))";

  /** A document by the name of its kind and its number. */
  record Tagged(CompanyCode company, String kind, String number) {}

  /** A tag and how many documents have it. */
  record Used(String tag, long documents) {}

  Set<String> of(Tagged document);

  /** Gives the document these tags and no others. */
  void set(Tagged document, Set<String> tags);

  /** The tags in use on documents of a kind, those of most documents first. */
  List<Used> used(CompanyCode company, String kind);
}
