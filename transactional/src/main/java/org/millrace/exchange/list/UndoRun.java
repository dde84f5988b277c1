package org.millrace.exchange.list;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.millrace.document.DocumentVerb;
import org.millrace.shared.Caller;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/**
 * Takes back what a run of an import made: each document is reversed or cancelled by the verb of
 * its kind, the latest first, all or none.
 */
final class UndoRun {
  private static final List<String> TAKING_BACK = List.of("reverse", "cancel", "close");
  private static final Set<String> REASONS = Set.of("reason", "note", "solution", "text");

  private final List<DocumentVerb<?>> verbs;
  private final RowReader reader;
  private final DocumentsMadeJdbc made;

  UndoRun(List<DocumentVerb<?>> verbs, RowReader reader, DocumentsMadeJdbc made) {
    this.verbs = List.copyOf(verbs);
    this.reader = reader;
    this.made = made;
  }

  /**
   * Undoes a run within the running transaction.
   *
   * @return how many documents were taken back
   * @throws Refused when one of them cannot be, with the reason
   */
  int undo(CompanyCode company, UUID run) {
    List<DocumentsMadeJdbc.Made> documents = made.of(company, run);
    if (documents.isEmpty()) {
      throw Refused.notFound(
          "The import %s made no document in %s that could be taken back.".formatted(run, company));
    }
    for (DocumentsMadeJdbc.Made document : documents) {
      takeBack(company, document);
    }
    made.undone(company, run);
    return documents.size();
  }

  private void takeBack(CompanyCode company, DocumentsMadeJdbc.Made document) {
    DocumentVerb<?> verb =
        TAKING_BACK.stream()
            .flatMap(
                name ->
                    verbs.stream()
                        .filter(each -> each.kind().name().equals(document.document()))
                        .filter(each -> each.name().equals(name)))
            .findFirst()
            .orElseThrow(
                () ->
                    Refused.conflict(
                        "%s %s cannot be taken back: nothing reverses or cancels one. The import"
                                .formatted(document.document(), document.number())
                            + " stays as it is."));
    Caller.current().require(company, verb.permission());
    try {
      Object unused =
          verb.take()
              .apply(new DocumentVerb.Asked(company, document.number(), asked(verb.request())));
    } catch (Refused refused) {
      throw Refused.conflict(
          "%s %s cannot be taken back: %s The import stays as it is."
              .formatted(document.document(), document.number(), refused.getMessage()));
    }
  }

  private <R extends Record> R asked(Class<R> request) {
    Map<String, String> cells = new TreeMap<>();
    Arrays.stream(request.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(REASONS::contains)
        .forEach(name -> cells.put(name, "The import was undone"));
    return reader.read(cells, request);
  }
}
