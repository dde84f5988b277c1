package org.millrace.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.item.ItemCode;
import org.millrace.json.Json;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.core.JacksonException;

/** Every failure as the answer that a request with it gets. */
class ProblemsHttpTest {
  private final ProblemsHttp problems = new ProblemsHttp();
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  private record Line(ItemCode item, Quantity quantity) {}

  private record Asked(Optional<LocalDate> day, List<Line> lines) {}

  private ProblemAnswer told(Exception failure) {
    return problems.told(failure, new ServletWebRequest(request));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        failure(new CannotAcquireLockException("deadlock"), ProblemType.LOST_LOCK),
        failure(new DuplicateKeyException("twice"), ProblemType.ALREADY_THERE),
        failure(new CannotCreateTransactionException("refused"), ProblemType.DATABASE_AWAY),
        failure(new DataAccessResourceFailureException("gone"), ProblemType.DATABASE_AWAY),
        failure(stored("22003"), ProblemType.VALUE_OUT_OF_RANGE),
        failure(stored("22021"), ProblemType.VALUE_OUT_OF_RANGE),
        failure(stored("23514"), ProblemType.INTERNAL_ERROR),
        failure(stored(null), ProblemType.INTERNAL_ERROR),
        failure(new IllegalStateException("a bug"), ProblemType.INTERNAL_ERROR),
        failure(
            new HttpRequestMethodNotSupportedException("PATCH"), ProblemType.METHOD_NOT_ALLOWED),
        failure(
            new RequestRefused(ProblemAnswer.of(ProblemType.KEY_MISSING, "No key")),
            ProblemType.KEY_MISSING));
  }

  private static Arguments failure(Exception failure, ProblemType type) {
    return Arguments.of(failure, type);
  }

  private static Exception stored(String state) {
    return new DataIntegrityViolationException("insert", new SQLException("no", state));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void hasATypeByWhichProgramsDecide(Exception failure, ProblemType type) {
    ProblemAnswer answer = told(failure);
    assertThat(answer.type()).isEqualTo(type.uri());
    assertThat(answer.status()).isEqualTo(type.status());
    assertThat(answer.retryAfter()).isEqualTo(type.retryAfter());
  }

  /** A reason that is new needs a status of its own meaning. */
  @ParameterizedTest
  @EnumSource(Refused.Reason.class)
  void answersEachReasonOfARefusalByItsStatusHoweverDeepItLies(Refused.Reason reason) {
    Refused refused = refused(reason);
    int status =
        switch (reason) {
          case INVALID -> 422;
          case NOT_FOUND -> 404;
          case CONFLICT, UNCONFIRMED -> 409;
          case STALE -> 412;
          case FORBIDDEN -> 403;
        };
    for (Exception failure :
        List.of(refused, new IllegalStateException(new RuntimeException(refused)))) {
      assertThat(told(failure).status()).isEqualTo(status);
      assertThat(told(failure).detail()).isEqualTo(refused.getMessage());
      assertThat(told(failure).problems()).isEqualTo(refused.problems());
    }
  }

  private static Refused refused(Refused.Reason reason) {
    List<Problem> found = List.of(new Problem("quantity", "0", "more than 0"));
    return switch (reason) {
      case INVALID -> Refused.invalid("The order cannot be placed", found);
      case NOT_FOUND -> Refused.notFound("There is no order SO-1");
      case CONFLICT -> Refused.conflict("Goods moved", found);
      case UNCONFIRMED -> Refused.unconfirmed("So many?", found);
      case STALE -> Refused.stale("Order SO-1 was changed by somebody else");
      case FORBIDDEN -> Refused.forbidden("You may not");
    };
  }

  @Test
  void tellsNothingOfABugButItsName() {
    ProblemAnswer answer = told(new IllegalStateException("select secret from core"));
    assertThat(answer.detail()).contains("IllegalStateException").doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'lines': 5}                               | lines            | a list",
        "{'lines': [{'item': 'B', 'quantity': {}}]} | lines.1.quantity | a number such as 12.5",
        "{'lines': [{'item': 'B'}]}                 | lines.1.quantity | it is missing",
        "{'lines': [{'item': ' ', 'quantity': 1}]}  | lines.1.item     | 1 to 60 printable",
        "{'day': '2026-02-30', 'lines': []}         | day              | a day such as 2026-03-05",
        "{'lines': [], 'price': 1}                  | price            | one of day, lines",
        "{'lines': [}                               | lines            | JSON"
      })
  void namesThePlaceInABodyThatCannotBeRead(String body, String field, String expected)
      throws IOException {
    ProblemAnswer answer = told(unreadable(body.replace('\'', '"')));
    assertThat(answer.status()).isIn(400, 422);
    assertThat(answer.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).startsWith(field);
              assertThat(problem.expected()).startsWith(expected);
            });
    assertThat(answer.detail()).doesNotContain("millrace", "java.", "`");
  }

  private static Exception unreadable(String body) throws IOException {
    try {
      Json.mapper().readValue(body, Asked.class);
      throw new AssertionError(body + " can be read");
    } catch (JacksonException e) {
      return new HttpMessageNotReadableException("body", e, new MockHttpInputMessage(new byte[0]));
    } catch (Refused e) {
      return e;
    }
  }

  @Test
  void tellsOfAParameterWhatItHoldsAndWhatItShould() {
    TypeMismatchException mismatch = new TypeMismatchException("soon", LocalDate.class);
    mismatch.initPropertyName("from");
    ProblemAnswer answer = told(mismatch);
    assertThat(answer.detail()).isEqualTo("'soon' cannot be read as from");
    assertThat(answer.problems())
        .extracting(Problem::field, Problem::value, Problem::expected)
        .containsExactly(tuple("from", "soon", "a day such as 2026-11-30"));
  }

  @Test
  void tellsAMissingVersionFromAnotherMissingHeader() throws NoSuchMethodException {
    MethodParameter parameter =
        new MethodParameter(String.class.getMethod("concat", String.class), 0);
    assertThat(told(new MissingRequestHeaderException("If-Match", parameter)).status())
        .isEqualTo(428);
    ProblemAnswer other = told(new MissingRequestHeaderException("X-Reason", parameter));
    assertThat(other.type()).isEqualTo(ProblemType.HEADER_MISSING.uri());
    assertThat(other.problems()).extracting(Problem::field).containsExactly("X-Reason");
  }

  @Test
  void speaksChineseToThoseWhoPreferIt() {
    Refused refused =
        new Problems().add("quantity", 0, "more than 0").refused("The order cannot be placed");
    request.addHeader("Accept-Language", "zh-CN,en;q=0.5");
    ProblemAnswer answer = told(refused);
    assertThat(answer.detail()).startsWith("订单无法下达");
    assertThat(answer.problems()).extracting(Problem::field).containsExactly("quantity");
  }

  @Test
  void explainsEachTypeAtTheAddressThatAnswersNameAndNoOther() {
    ProblemTypesHttp catalogue = new ProblemTypesHttp();
    for (ProblemType type : ProblemType.values()) {
      ProblemTypesHttp.Explained explained = catalogue.one(type.uri().replace("/problems/", ""));
      assertThat(explained.status()).isEqualTo(type.status());
      assertThat(explained.type())
          .isEqualTo(type.uri())
          .isEqualTo(type.uri().toLowerCase(Locale.ROOT));
    }
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::title)).doesNotHaveDuplicates();
    assertThat(catalogue.all()).hasSize(ProblemType.values().length);
    assertThatThrownBy(() -> catalogue.one("LOST_LOCK"))
        .isInstanceOf(Refused.class)
        .hasMessage("There is no problem type LOST_LOCK");
  }

  /** A program waits and sends the same again where that helps, and nowhere else. */
  @Test
  void tellsWhenToSendItAgain() {
    Map<Integer, Boolean> known =
        Map.of(400, false, 401, false, 404, false, 412, false, 422, false, 429, true, 503, true);
    assertThat(ProblemType.values())
        .filteredOn(type -> known.containsKey(type.status()))
        .allMatch(type -> type.retryAfter().isPresent() == known.get(type.status()));
  }
}
