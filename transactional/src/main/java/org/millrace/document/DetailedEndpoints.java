package org.millrace.document;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.number.DocumentNumber;
import org.millrace.document.together.MadeTogether;
import org.millrace.document.together.RecordsMany;
import org.millrace.shared.Caller;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;
import org.millrace.web.Replies;
import org.millrace.web.RequiresPermission;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What every kind of document answers at its address: the list, one document with what belongs to
 * it, its history. {@link DocumentEndpoints} is for kinds whose document is all there is. The
 * adapter of a kind adds the verbs, which may ask for the document as a {@link Versioned}: it is
 * then locked in the version that {@code If-Match} names. A step that needs a permission which the
 * caller lacks is told as not possible, with that reason; so is one that a {@link Hindrance} keeps
 * the document from.
 *
 * @param <T> the record of the document
 * @param <N> its number
 * @param <V> how one document is shown
 */
public abstract class DetailedEndpoints<T extends Record, N extends Code, V> {
  private final Documents<T> documents;
  private final DocumentHistory history;
  private final Map<String, String> permissions;

  protected DetailedEndpoints(Documents<T> documents, DocumentHistory history) {
    this.documents = documents;
    this.history = history;
    this.permissions = permissions(getClass());
  }

  /** What each verb of the adapter needs, by the last word of its address and by its own name. */
  private static Map<String, String> permissions(Class<?> adapter) {
    Map<String, String> permissions = new TreeMap<>();
    for (Method verb : adapter.getDeclaredMethods()) {
      RequiresPermission needed = verb.getAnnotation(RequiresPermission.class);
      RequestMapping address =
          AnnotatedElementUtils.findMergedAnnotation(verb, RequestMapping.class);
      if (needed != null && address != null) {
        permissions.put(verb.getName(), needed.value());
        for (String path : address.path()) {
          permissions.put(path.substring(path.lastIndexOf('/') + 1), needed.value());
        }
      }
    }
    return permissions;
  }

  /** The documents of the list, as {@link ListRequest} tells. */
  @GetMapping
  @RequiresPermission.OrSomeRows
  public ListAnswer<DocumentAnswer<T>> list(
      @PathVariable CompanyCode company, @RequestParam MultiValueMap<String, String> query) {
    ListAnswer<Versioned<T>> page = documents.page(company, ListRequest.of(query));
    Map<String, Map<String, String>> hindered = documents.hindered(company, page.rows());
    return page.with(page.rows().stream().map(row -> answer(row, hindered)).toList());
  }

  /** One document. */
  @GetMapping("/{number}")
  @RequiresPermission.OrSomeRows
  public ResponseEntity<DocumentAnswer<V>> one(
      @PathVariable CompanyCode company, @PathVariable N number) {
    Versioned<T> stored = documents.named(company, number);
    return Replies.ok(
        new DocumentAnswer<>(
            shown(stored), stored.version(), steps(stored, hindered(stored)), custom(stored)),
        stored.version());
  }

  /** One document with what belongs to it. */
  protected abstract V shown(Versioned<T> stored);

  /** Who did what with it when, the latest first. */
  @GetMapping("/{number}/history")
  @RequiresPermission.OrSomeRows
  public List<DocumentHistory.Entry> history(
      @PathVariable CompanyCode company, @PathVariable N number) {
    return history.of(documents.kind(), documents.named(company, number));
  }

  /** What the kernel knows of the kind. */
  public DocumentKind<T> kind() {
    return documents.kind();
  }

  /** Where its documents are, below a company: {@code /service/tickets}. */
  public String path() {
    String[] address = getClass().getAnnotation(RequestMapping.class).value();
    return address[0].replaceFirst(".*\\{company}", "");
  }

  /** The documents of the kind. */
  public Documents<T> documents() {
    return documents;
  }

  /** How a person records one; empty where documents only follow from others. */
  public Optional<DocumentImport<?>> recording() {
    return Arrays.stream(getClass().getDeclaredMethods())
        .filter(DetailedEndpoints::isRecording)
        .findFirst()
        .map(verb -> recording(verb, verb.getParameterTypes()[1].asSubclass(Record.class)));
  }

  @SuppressWarnings("unchecked") // who records many does so of what its verb asks for
  private <R extends Record> DocumentImport<R> recording(Method verb, Class<R> request) {
    return new DocumentImport<>(
        kind(),
        verb.getAnnotation(RequiresPermission.class).value(),
        request,
        (company, asked) -> called(verb, company, asked),
        verb.isAnnotationPresent(MadeTogether.class),
        this instanceof RecordsMany<?, ?> many
            ? Optional.of((RecordsMany<R, ?>) many)
            : Optional.empty());
  }

  /** Whether custom fields can be set: the document is recorded or changed as a whole. */
  public static boolean takesWhole(Method verb) {
    PutMapping change = verb.getAnnotation(PutMapping.class);
    return isRecording(verb)
        || change != null && Arrays.equals(change.value(), new String[] {"/{number}"});
  }

  /** Whether people record its documents by the kernel, which then keeps custom fields of them. */
  public boolean hasCustomFields() {
    return Arrays.stream(getClass().getDeclaredMethods())
        .filter(DetailedEndpoints::isRecording)
        .anyMatch(verb -> verb.getGenericReturnType().toString().contains("DocumentAnswer"));
  }

  private static boolean isRecording(Method verb) {
    PostMapping address = verb.getAnnotation(PostMapping.class);
    return address != null
        && address.value().length == 0
        && verb.getParameterCount() == 2
        && verb.getParameterTypes()[0] == CompanyCode.class
        && verb.getParameterTypes()[1].isRecord();
  }

  /** What people do to one of its documents by a request of its own. */
  public List<DocumentVerb<?>> verbs() {
    return Arrays.stream(getClass().getDeclaredMethods())
        .filter(DetailedEndpoints::isVerb)
        .<DocumentVerb<?>>map(
            verb ->
                new DocumentVerb<>(
                    kind(),
                    word(verb),
                    Objects.requireNonNull(permissions.get(verb.getName()), verb.getName()),
                    verb.getParameterTypes()[1].asSubclass(Record.class),
                    asked -> called(verb, locked(asked), asked.request())))
        .toList();
  }

  /** Whether it does something to a document as it is, by a request that people make. */
  private static boolean isVerb(Method verb) {
    String word = word(verb);
    return !word.isEmpty()
        && verb.isAnnotationPresent(RequiresPermission.class)
        && verb.getParameterCount() == 2
        && verb.getParameterTypes()[0] == Versioned.class
        && verb.getParameterTypes()[1].isRecord();
  }

  private static String word(Method verb) {
    RequestMapping address = AnnotatedElementUtils.findMergedAnnotation(verb, RequestMapping.class);
    String path = address == null || address.path().length != 1 ? "" : address.path()[0];
    if (verb.isAnnotationPresent(PutMapping.class) && path.equals("/{number}")) {
      return DocumentVerb.CHANGE;
    }
    boolean isPosted = verb.isAnnotationPresent(PostMapping.class);
    return isPosted && path.startsWith("/{number}/") ? path.substring("/{number}/".length()) : "";
  }

  private Versioned<T> locked(DocumentVerb.Asked asked) {
    DocumentNumber number = new DocumentNumber(asked.number());
    Versioned<T> now = documents.named(asked.company(), number);
    return documents.locked(asked.company(), number, now.version());
  }

  private Object called(Method verb, Object... arguments) {
    try {
      verb.setAccessible(true);
      Object answer = verb.invoke(this, arguments);
      Object body = answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer;
      return Optional.<Object>ofNullable(body).orElse("");
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 201 with the document made. */
  protected ResponseEntity<DocumentAnswer<T>> created(Versioned<T> made) {
    return Replies.created(answer(made), made.version());
  }

  /** 200 with the document as it is now. */
  protected ResponseEntity<DocumentAnswer<T>> ok(Versioned<T> stored) {
    return Replies.ok(answer(stored), stored.version());
  }

  /** The document with the steps that its state and the caller's permissions allow. */
  protected DocumentAnswer<T> answer(Versioned<T> stored) {
    return answer(stored, hindered(stored));
  }

  private DocumentAnswer<T> answer(Versioned<T> stored, Map<String, Map<String, String>> hindered) {
    return new DocumentAnswer<>(
        stored.document(), stored.version(), steps(stored, hindered), custom(stored));
  }

  private Map<String, Map<String, String>> hindered(Versioned<T> stored) {
    return documents.hindered(stored.company(), List.of(stored));
  }

  private static Optional<Map<String, Object>> custom(Versioned<?> stored) {
    return Optional.of(stored.custom()).filter(values -> !values.isEmpty());
  }

  private List<Step> steps(Versioned<T> stored, Map<String, Map<String, String>> hindered) {
    Map<String, String> own = hindered.getOrDefault(kind().numberOf(stored.document()), Map.of());
    return kind().steps(stored.document()).stream()
        .map(step -> step.unless(Optional.ofNullable(own.get(step.act()))))
        .map(step -> permitted(step, stored.company().value()))
        .toList();
  }

  private Step permitted(Step step, String company) {
    Optional<String> lacking =
        permission(step.act()).filter(needed -> !Caller.current().may(company, needed));
    return step.allowed() && lacking.isPresent()
        ? new Step(step.act(), false, lacking.map(needed -> Caller.missing(needed, company)))
        : step;
  }

  /**
   * What an act needs: what the verb needs that has its name or stands at its word, else what all
   * verbs need, where that is one.
   */
  protected Optional<String> permission(String act) {
    Set<String> all = Set.copyOf(permissions.values());
    return Optional.ofNullable(permissions.get(act))
        .or(() -> all.size() == 1 ? all.stream().findFirst() : Optional.empty());
  }
}
