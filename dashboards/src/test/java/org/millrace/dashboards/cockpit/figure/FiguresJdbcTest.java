package org.millrace.dashboards.cockpit.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millrace.dashboards.query.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

class FiguresJdbcTest {
  private static final Query QUERY = new Query("select 1", List.of());

  @Test
  void asksOnceForAllWhoWaitForTheSameAnswer() {
    int readers = 4;
    SlowMart mart = new SlowMart();
    FiguresJdbc figures = new FiguresJdbc(mart);
    ExecutorService people = Executors.newFixedThreadPool(readers);
    CountDownLatch ready = new CountDownLatch(readers);
    List<CompletableFuture<List<List<Object>>>> answers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          ready.countDown();
                          return figures.rows(QUERY, 1);
                        },
                        people))
            .limit(readers)
            .toList();
    await(ready);
    mart.answer.countDown();
    assertThat(answers).allSatisfy(a -> assertThat(a.join()).containsExactly(List.of("one")));
    assertThat(mart.asked).hasValue(1);
    figures.rows(QUERY, 2);
    assertThat(mart.asked).as("of a new version").hasValue(2);
    people.shutdown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers only when told to. */
  private static final class SlowMart extends JdbcTemplate {
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answer = new CountDownLatch(1);

    @Override
    @SuppressWarnings("unchecked") // plain rows are lists
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... values) {
      asked.incrementAndGet();
      await(answer);
      return List.of((T) List.of("one"));
    }
  }
}
