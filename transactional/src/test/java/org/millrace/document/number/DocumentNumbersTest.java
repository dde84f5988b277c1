package org.millrace.document.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class DocumentNumbersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany();
  private final DocumentKind<?> transfers =
      core.bean(DocumentStores.class).named("stock/transfer").kind();
  private final AtomicInteger statements = new AtomicInteger();
  private final DocumentNumbers numbers = numbers(core.ownersDatabase());

  @Test
  void findsTheNumberAfterThousandsThatAFileBroughtByFewStatements() {
    bring("generate_series(1, 20000) as s(n) where n <> 15000");

    assertThat(numbers.take(company, transfers, DAY, 1)).containsExactly("TR-015000");
    assertThat(statements.get()).isLessThan(12);
    bring("(values (15000)) v(n)");
    assertThat(numbers.take(company, transfers, DAY, 3))
        .containsExactly("TR-020001", "TR-020002", "TR-020003");
    assertThat(numbers.take(company, transfers, DAY, 1)).containsExactly("TR-020004");
    assertThat(statements.get()).isLessThan(30);
  }

  @Test
  void takesWhatIsFreeBetweenNumbersThatAFileBrought() {
    bring("(values (2), (3), (5)) v(n)");

    assertThat(numbers.take(company, transfers, DAY, 3))
        .isEqualTo(List.of("TR-000001", "TR-000004", "TR-000006"));
    assertThat(numbers.take(company, transfers, DAY, 1)).containsExactly("TR-000007");
  }

  private void bring(String numbers) {
    core.jdbc()
        .sql(
            """
            insert into stock.transfer(company, number, status, from_location, to_location,
              drafted_at, version)
            select ?, 'TR-' || lpad(n::text, 6, '0'), 'posted', 'A', 'B', now(), 1 from
            """
                + numbers)
        .param(company.value())
        .update();
  }

  private DocumentNumbers numbers(DataSource database) {
    return new DocumentNumbersJdbc(JdbcClient.create(counted(database)));
  }

  private DataSource counted(DataSource database) {
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws java.sql.SQLException {
        Connection connection = super.getConnection();
        return (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, given) -> {
                  if (method.getName().equals("prepareStatement")) {
                    statements.incrementAndGet();
                  }
                  return method.invoke(connection, given);
                });
      }
    };
  }
}
