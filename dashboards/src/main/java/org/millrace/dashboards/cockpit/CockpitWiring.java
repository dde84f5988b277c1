package org.millrace.dashboards.cockpit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.millrace.dashboards.CockpitSettings;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.MartTables;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Description;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The parts of the cockpit and how they hang together. */
@Configuration(proxyBeanMethods = false)
class CockpitWiring implements WebMvcConfigurer {
  private static final String ECHARTS = "META-INF/resources/_static/echarts/6.0.0/dist/";
  private static final String ZIP = "META-INF/resources/webjars/jszip/3.10.1/dist/";
  private static final String GRID = "META-INF/resources/webjars/tabulator-tables/6.3.1/dist/";

  @Bean
  Catalog catalog(CockpitSettings settings) {
    return Catalog.read(settings.root().resolve("warehouse/tables"));
  }

  @Bean
  Description description(Catalog catalog) {
    return Description.ofMart(catalog);
  }

  @Bean
  MartTables tables(Catalog catalog) {
    return MartTables.of(catalog);
  }

  @Bean
  Definitions definitions(CockpitSettings settings, MartTables tables) {
    return Definitions.read(settings.root().resolve("dashboards"), tables);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource marts(CockpitSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.database().url());
    config.setUsername(settings.database().user());
    config.setPassword(password(settings.database().passwordFile()));
    config.setReadOnly(true);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("connectTimeout", "3");
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("ApplicationName", "millrace cockpit");
    config.setConnectionInitSql("set statement_timeout = '20s'");
    return new HikariDataSource(config);
  }

  @Bean
  JdbcTemplate mart(HikariDataSource marts) {
    return new JdbcTemplate(marts);
  }

  /** An encoded slash is part of a code, and not where the path goes on. */
  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
    return factory ->
        factory.addConnectorCustomizers(
            connector -> {
              connector.setEncodedSolidusHandling("passthrough");
              connector.setEncodedReverseSolidusHandling("passthrough");
            });
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/cockpit/")
        .setCacheControl(CacheControl.noCache());
    registry
        .addResourceHandler("/grid/**")
        .addResourceLocations("classpath:/" + GRID)
        .setCacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)));
    registry
        .addResourceHandler("/zip/**")
        .addResourceLocations("classpath:/" + ZIP)
        .setCacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)));
    registry
        .addResourceHandler("/echarts/**")
        .addResourceLocations("classpath:/" + ECHARTS)
        .setCacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)));
  }

  private static String password(Path file) {
    return CockpitSettings.line(file);
  }
}
