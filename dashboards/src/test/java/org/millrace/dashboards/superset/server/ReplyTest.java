package org.millrace.dashboards.superset.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReplyTest {
  @Test
  void findsTheReasonInAListOfErrors() {
    String body =
        "{\"errors\":[{\"message\":\"Error importing assets\","
            + "\"extra\":{\"charts/a.yaml\":\"bad\",\"issue_codes\":[1]}}]}";
    assertThat(new Reply(422, body).reason())
        .isEqualTo("Error importing assets [charts/a.yaml: bad]");
  }

  @Test
  void findsTheReasonInAMessage() {
    assertThat(new Reply(404, "{\"message\":\"Not found\"}").reason()).isEqualTo("Not found");
  }

  @Test
  void shortensAPageThatIsNoJson() {
    assertThat(new Reply(502, "<html>\n<b>Bad</b>\n1\n2\n3").reason())
        .isEqualTo("[<html>, <b>Bad</b>, 1]");
  }

  @Test
  void refusesToReadAPageAsJson() {
    assertThatThrownBy(() -> new Reply(200, "<html>").json())
        .isInstanceOf(SupersetRefused.class)
        .hasMessageContaining("<html>");
  }
}
