package org.millrace.document.bulk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.millrace.document.number.DocumentNumber;
import org.millrace.shared.Problems;

/** The documents that a verb is done to. */
record BulkAsked(List<Chosen> documents) {
  /** One of them, and the version that it was decided on, which verbs that change it need. */
  record Chosen(DocumentNumber number, Optional<Long> version) {}

  BulkAsked {
    documents = List.copyOf(documents);
  }

  /** Refuses none, too many and one that is named twice. */
  void check(int most) {
    Problems problems = new Problems();
    problems.require(
        !documents.isEmpty() && documents.size() <= most,
        "documents",
        documents.size() + " documents",
        "1 to " + most + " documents");
    Set<DocumentNumber> before = new HashSet<>();
    for (int i = 0; i < documents.size(); i++) {
      DocumentNumber number = documents.get(i).number();
      problems.require(
          before.add(number), "documents." + i + ".number", number, "each document once");
    }
    problems.refuse("It cannot be done to these documents");
  }
}
