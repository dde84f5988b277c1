package org.millrace.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.exchange.reject.Rejects;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/** Rejected rows go back as their file was, with what is wrong behind them. */
class RejectedRowsTest {
  private static final CompanyCode COMPANY = new CompanyCode("BIKES");
  private static final List<String> HEADER = List.of("item", "quantity");

  /** One row of each layout, which is too short. */
  private record Listed(List<Layout> layouts) implements Rejects {
    @Override
    public List<Layout> layouts(CompanyCode company) {
      return layouts;
    }

    @Override
    public void each(CompanyCode company, Layout layout, Consumer<Reject> taker) {
      taker.accept(
          new Reject(
              7,
              layout.file(),
              3,
              "quantity",
              "two",
              "does not fit",
              "a number such as 12.5",
              layout.header(),
              List.of("=自行车"),
              Instant.EPOCH,
              Optional.empty()));
    }

    @Override
    public void add(Source source, List<NewReject> rejects) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void rejectAgain(Source source, Map<Long, NewReject> byId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void resolve(Source source, Collection<Long> ids, Collection<Long> lines) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long open(CompanyCode company, long limit) {
      return layouts.size();
    }

    @Override
    public Set<Long> openLines(CompanyCode company, String kind, String file) {
      return Set.of();
    }

    @Override
    public ListAnswer<Reject> list(CompanyCode company, ListRequest request) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void writesThemInTheFormOfTheirFile() {
    Rejects.Layout layout = layout("orders", "a.csv", "GB18030", ";", HEADER);
    RejectedRows rows = rows(layout);
    List<Rejects.Layout> asked = rows.layouts(COMPANY, all());
    assertThat(RejectedRows.charset(asked)).isEqualTo(Charset.forName("GB18030"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowsOut csv =
        new CsvOut(out, RejectedRows.charset(asked), RejectedRows.delimiter(asked))) {
      rows.write(COMPANY, asked, csv);
    }
    assertThat(out.toString(Charset.forName("GB18030")).lines())
        .containsExactly(
            "item;quantity;reject_id;reject_kind;reject_file;reject_line;reject_field;"
                + "reject_reason;reject_expected",
            "'=自行车;;7;orders;a.csv;3;quantity;does not fit;a number such as 12.5");
  }

  @Test
  void writesAHeaderWhereNothingWaits() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RejectedRows none = rows();
    try (RowsOut csv = new CsvOut(out, StandardCharsets.UTF_8, ',')) {
      none.write(COMPANY, none.layouts(COMPANY, all()), csv);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("reject_id,reject_kind,");
  }

  @Test
  void asksWhichOfSeveralKindsOrFormsIsMeant() {
    RejectedRows rows =
        rows(
            layout("orders", "a.csv", "UTF-8", ",", HEADER),
            layout("orders", "b.csv", "UTF-8", ";", HEADER),
            layout("parties", "c.csv", "UTF-8", ",", List.of("code")));
    refused(
        () -> rows.layouts(COMPANY, all()),
        "The rejected rows are of different kinds: orders (4), parties (2). Ask for one of them:"
            + " --kind KIND.");
    refused(
        () -> rows.layouts(COMPANY, wanted("orders", null)),
        "The rejected rows come from files with different columns or encodings: a.csv (2), b.csv"
            + " (2). Ask for one of them: --file NAME.");
    assertThat(rows.layouts(COMPANY, wanted("orders", "b.csv")))
        .extracting(Rejects.Layout::file)
        .containsExactly("b.csv");
    assertThat(rows.layouts(COMPANY, wanted("parties", null))).hasSize(1);
    assertThat(rows.layouts(COMPANY, wanted("tickets", null))).isEmpty();
  }

  private static RejectedRows rows(Rejects.Layout... layouts) {
    return new RejectedRows(new Listed(Arrays.asList(layouts)));
  }

  private static Rejects.Layout layout(
      String kind, String file, String charset, String delimiter, List<String> header) {
    return new Rejects.Layout(kind, file, charset, delimiter, header, 2);
  }

  private static RejectedRows.Wanted all() {
    return wanted(null, null);
  }

  private static RejectedRows.Wanted wanted(String kind, String file) {
    return new RejectedRows.Wanted(Optional.ofNullable(kind), Optional.ofNullable(file));
  }

  private static void refused(ThrowingCallable act, String words) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessage(words);
  }
}
