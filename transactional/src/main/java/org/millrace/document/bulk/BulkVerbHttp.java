package org.millrace.document.bulk;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.document.DetailedEndpoints;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.bulk.BulkAnswer.Changed;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.shared.Version;
import org.millrace.web.AskedPermission;
import org.millrace.web.part.DeclaresPermission;
import org.millrace.web.part.InParts;
import org.millrace.web.part.Part;
import org.millrace.web.part.Parts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One verb of a kind of document, done to several at once. The request is what the verb alone takes
 * with {@code documents} beside it; each document is changed as if the verb had come for it alone.
 */
final class BulkVerbHttp implements DeclaresPermission {
  /** Stands in the address where the number of one document would stand. */
  static final String MANY = "/bulk/";

  static final String DOCUMENTS = "documents";

  /** Writes a body as it came, numbers with their exponents. */
  private static final JsonMapper VERBATIM =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The message whose body was read already. */
  private static final HttpInputMessage NOTHING_LEFT =
      new HttpInputMessage() {
        @Override
        public InputStream getBody() {
          return InputStream.nullInputStream();
        }

        @Override
        public HttpHeaders getHeaders() {
          return new HttpHeaders();
        }
      };

  private final HandlerMethod verb;
  private final String path;
  private final Parts parts;
  private final JsonMapper json;
  private final int most;

  /**
   * A verb.
   *
   * @param path the address of the verb, with {company} and {number}
   * @param most how many documents at most
   */
  BulkVerbHttp(HandlerMethod verb, String path, Parts parts, JsonMapper json, int most) {
    this.verb = verb;
    this.path = path;
    this.parts = parts;
    this.json = json;
    this.most = most;
  }

  @Override
  public String permission() {
    return AskedPermission.of(verb).orElseThrow();
  }

  /** What came of each document; refused as a whole only when the request cannot be read. */
  @InParts
  @ResponseBody
  BulkAnswer carryOut(@PathVariable CompanyCode company, @RequestBody byte[] sent) {
    JsonNode asked = read(sent);
    BulkAsked chosen = documents(asked);
    chosen.check(most);
    ObjectNode body = ((ObjectNode) asked).deepCopy();
    body.remove(DOCUMENTS);
    String shared = VERBATIM.writeValueAsString(body);
    Documents<?> documents =
        ((DetailedEndpoints<?, ?, ?>) verb.createWithResolvedBean().getBean()).documents();
    return BulkAnswer.of(
        chosen.documents().stream().map(one -> row(documents, company, one, shared)).toList());
  }

  private static JsonNode read(byte[] sent) {
    try {
      JsonNode asked = VERBATIM.readTree(sent);
      if (asked.isObject()) {
        return asked;
      }
    } catch (NumberFormatException beyondAnyNumber) {
      throw unreadable("numbers that can be written out");
    } catch (JacksonException unreadable) {
      throw new HttpMessageNotReadableException("body", unreadable, NOTHING_LEFT);
    }
    throw unreadable("a JSON object with documents");
  }

  private static Refused unreadable(String expected) {
    return new Problems().add("body", "", expected).refused("The request cannot be read");
  }

  private BulkAsked documents(JsonNode asked) {
    ObjectNode alone = json.createObjectNode();
    Optional.ofNullable(asked.get(DOCUMENTS)).ifPresent(d -> alone.set(DOCUMENTS, d));
    try {
      return json.treeToValue(alone, BulkAsked.class);
    } catch (JacksonException unreadable) {
      throw new HttpMessageNotReadableException("documents", unreadable, NOTHING_LEFT);
    }
  }

  private BulkAnswer.Row row(
      Documents<?> documents, CompanyCode company, BulkAsked.Chosen one, String body) {
    String number = one.number().value();
    Map<String, String> variables = Map.of("company", company.value(), "number", number);
    String address = path.replace("{company}", company.value()).replace("{number}", number);
    Part part = new Part(number, verb, address, variables, one.version().map(Version::new), body);
    return BulkAnswer.Row.of(
        number,
        parts.carryOut(part, Changed.class, answer -> changed(documents, company, one, answer)));
  }

  private <T extends Record> Changed changed(
      Documents<T> documents, CompanyCode company, BulkAsked.Chosen one, Object answer) {
    Versioned<T> after = documents.find(company, List.of(one.number())).get(0);
    JsonNode told = json.valueToTree(answer);
    Optional<String> made =
        told.path("number").stringValueOpt().filter(other -> !other.equals(one.number().value()));
    return new Changed(after.version().number(), documents.kind().state(after.document()), made);
  }
}
