package org.millrace.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.catalina.core.StandardHost;
import org.millrace.json.Json;
import org.millrace.shared.BusinessDates;
import org.millrace.shared.Period;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.web.problem.ProblemReport;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {
  private static final JsonMapper ANSWERS = Json.answers(AskedPermission::isHeld);

  @Bean
  static JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  static BusinessTime businessTime(Clock clock) {
    return new BusinessTime(clock);
  }

  @Bean
  static FileAnswer fileAnswer(AuditTrail audit) {
    return new FileAnswer(ANSWERS, audit);
  }

  /** Before the security filters: what they are asked about is clear. */
  @Bean
  static FilterRegistrationBean<PathFilterHttp> pathFilter() {
    FilterRegistrationBean<PathFilterHttp> first =
        new FilterRegistrationBean<>(new PathFilterHttp());
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  /** After the security filters, so that the actor is known. */
  @Bean
  static FilterRegistrationBean<RequestFilterHttp> requestFilter() {
    FilterRegistrationBean<RequestFilterHttp> last =
        new FilterRegistrationBean<>(new RequestFilterHttp());
    last.setOrder(Ordered.LOWEST_PRECEDENCE);
    return last;
  }

  @Bean
  static WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
    return factory -> {
      factory.addConnectorCustomizers(
          connector -> {
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
          });
      factory.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass(ProblemReport.class.getName());
            }
          });
    };
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new KnownParametersHttp());
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(new JacksonJsonHttpMessageConverter(ANSWERS));
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(new ReadPeriod());
    registry.addConverter(new ReadDay());
    registry.addConverterFactory(new ReadWord());
  }

  /** Words of an enumeration are written in parameters as they are in JSON: kebab case. */
  @SuppressWarnings("rawtypes")
  private static final class ReadWord implements ConverterFactory<String, Enum> {
    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
      return word ->
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> kebab(constant).equals(word))
              .findFirst()
              .orElseThrow(() -> unknown(word, type.getEnumConstants()));
    }

    private static Refused unknown(String word, Enum... known) {
      String words = Arrays.stream(known).map(ReadWord::kebab).collect(Collectors.joining(", "));
      return new Problems().add("parameter", word, "one of " + words).refused("Unknown word");
    }

    private static String kebab(Enum constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final class ReadDay implements Converter<String, LocalDate> {
    @Override
    public LocalDate convert(String day) {
      return BusinessDates.day("date", day);
    }
  }

  private static final class ReadPeriod implements Converter<String, Period> {
    @Override
    public Period convert(String month) {
      return Period.of(month);
    }
  }
}
