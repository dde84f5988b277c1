package org.millrace.document.together;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.millrace.database.Together;
import org.millrace.document.DocumentKind;
import org.millrace.document.DocumentStores;
import org.millrace.shared.Code;
import org.millrace.shared.CompanyCode;

/**
 * Looks up at once the masters that requests name anywhere, so that acts together have them at
 * hand; what a code names shows its type.
 */
public final class NamedMasters {
  private static final Map<Class<?>, List<Method>> ACCESSORS = new ConcurrentHashMap<>();

  private final DocumentStores stores;

  public NamedMasters(DocumentStores stores) {
    this.stores = stores;
  }

  /** Asks for those that exist. */
  public void lookUp(CompanyCode company, Collection<? extends Record> requests) {
    Map<Class<?>, Set<Code>> named = new HashMap<>();
    requests.forEach(request -> collect(request, named));
    @Nullable Together together = Together.running();
    if (together != null) {
      named.values().forEach(together::announce);
    }
    for (DocumentKind<?> kind : stores.kinds()) {
      Set<Code> codes = kind.isMaster() ? named.get(kind.codeType()) : null;
      if (codes != null) {
        List<?> unused = stores.named(kind.name()).find(company, codes);
      }
    }
  }

  private static void collect(Object value, Map<Class<?>, Set<Code>> named) {
    if (value instanceof Code code) {
      named.computeIfAbsent(code.getClass(), type -> new HashSet<>()).add(code);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> collect(inner, named));
    } else if (value instanceof Collection<?> all) {
      all.forEach(each -> collect(each, named));
    } else if (value instanceof Record inner) {
      ACCESSORS
          .computeIfAbsent(inner.getClass(), NamedMasters::accessors)
          .forEach(accessor -> collect(part(inner, accessor), named));
    }
  }

  private static List<Method> accessors(Class<?> record) {
    List<Method> accessors =
        Arrays.stream(record.getRecordComponents()).map(RecordComponent::getAccessor).toList();
    accessors.forEach(accessor -> accessor.setAccessible(true));
    return accessors;
  }

  private static Object part(Record of, Method accessor) {
    try {
      Object value = accessor.invoke(of);
      return value == null ? "" : value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(accessor + " cannot be asked", e);
    }
  }
}
