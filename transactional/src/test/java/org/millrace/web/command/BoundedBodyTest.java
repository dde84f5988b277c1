package org.millrace.web.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.shared.Version;
import org.millrace.web.ProblemType;
import org.millrace.web.RequestRefused;
import org.millrace.web.part.Part;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Bodies of commands: bounded while they come, read again afterwards. */
class BoundedBodyTest {
  private static final String TEN = "0123456789";

  @Test
  void isRefusedBeforeItComesWhereItSaysHowLongItIs() {
    MockHttpServletRequest request = post(TEN);
    assertThatThrownBy(() -> new BoundedBodyHttp(request, 9))
        .isInstanceOfSatisfying(
            RequestRefused.class,
            refused ->
                assertThat(refused.answer().type()).isEqualTo(ProblemType.BODY_TOO_LARGE.uri()))
        .hasMessage("This request may have at most 9 bytes: split it.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 100})
  void isCutOffWhereItDoesNotSay(int atOnce) throws IOException {
    assertThat(read(unsaid(), 10, atOnce)).isEqualTo(TEN);
    assertThatThrownBy(() -> read(unsaid(), 9, atOnce)).isInstanceOf(RequestRefused.class);
  }

  @Test
  void isCutOffByteByByte() throws IOException {
    InputStream body = new BoundedBodyHttp(unsaid(), 3).getInputStream();
    for (int i = 0; i < 3; i++) {
      assertThat(body.read()).isEqualTo('0' + i);
    }
    assertThatThrownBy(body::read).isInstanceOf(RequestRefused.class);
  }

  @Test
  void isReadAsOftenAsItIsAskedFor() throws IOException {
    ReplayableRequest again =
        new ReplayableRequest(post("gone"), "自行车".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 3; i++) {
      try (BufferedReader reader = again.getReader()) {
        assertThat(reader.readLine()).isEqualTo("自行车");
      }
    }
    assertThat(again.getInputStream().readAllBytes()).hasSize(9);
  }

  /** A part is what it would be alone; of the whole are who sent it and all other headers. */
  @Test
  void ofAPartIsItsOwnWithItsAddressAndVersion() throws Exception {
    MockHttpServletRequest whole = post("{\"documents\": []}");
    whole.addHeader("If-Match", "\"7\"");
    whole.addHeader("Accept-Language", "zh");
    whole.setAttribute("other", "of the whole");
    whole.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of("company", "A"));
    HandlerMethod handler = new HandlerMethod(TEN, String.class.getMethod("length"));
    Map<String, String> variables = Map.of("company", "A", "number", "SO-1");
    HttpServletRequest one =
        new PartRequestHttp(
            whole,
            new Part(
                "SO-1", handler, "/orders/SO-1", variables, Optional.of(new Version(2)), "{}"));
    assertThat(one.getRequestURI()).isEqualTo("/orders/SO-1");
    assertThat(one.getHeader("if-match")).isEqualTo("2");
    assertThat(one.getHeader("Accept-Language")).isEqualTo("zh");
    assertThat(one.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE))
        .isEqualTo(variables);
    assertThat(one.getAttribute("other")).isEqualTo("of the whole");
    assertThat(one.getInputStream().readAllBytes()).hasSize(2);
    HttpServletRequest unversioned =
        new PartRequestHttp(
            whole, new Part("SO-2", handler, "/orders/SO-2", variables, Optional.empty(), "{}"));
    assertThat(unversioned.getHeader("If-Match")).as("not that of the whole").isNull();
  }

  private static String read(HttpServletRequest request, long largest, int atOnce)
      throws IOException {
    InputStream body = new BoundedBodyHttp(request, largest).getInputStream();
    StringBuilder text = new StringBuilder();
    byte[] some = new byte[atOnce];
    for (int read = body.read(some); read >= 0; read = body.read(some)) {
      text.append(new String(some, 0, read, StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  private static MockHttpServletRequest post(String body) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/orders/bulk/cancel");
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return request;
  }

  /** A request in chunks, which does not say how long it is. */
  private static HttpServletRequest unsaid() {
    return new HttpServletRequestWrapper(post(TEN)) {
      @Override
      public long getContentLengthLong() {
        return -1;
      }
    };
  }
}
