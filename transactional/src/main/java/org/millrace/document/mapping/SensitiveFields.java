package org.millrace.document.mapping;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.millrace.shared.Caller.Sensitive;

/** Which fields of a document, and of the records inside it, only holders of a permission see. */
public final class SensitiveFields {
  private SensitiveFields() {}

  /** The fields hidden from who holds only some permissions: {@code parts.cost}. */
  public static Set<String> hidden(Class<?> record, Predicate<String> isHeld) {
    Map<String, String> permissions = new TreeMap<>();
    collect("", record, permissions);
    Set<String> hidden = new HashSet<>(permissions.keySet());
    hidden.removeIf(field -> isHeld.test(permissions.get(field)));
    return hidden;
  }

  private static void collect(String path, Class<?> record, Map<String, String> to) {
    for (RecordComponent component : record.getRecordComponents()) {
      String field = path + component.getName();
      Sensitive sensitive = component.getAccessor().getAnnotation(Sensitive.class);
      Class<?> inner = inner(component.getGenericType());
      if (sensitive != null) {
        to.put(field, sensitive.value());
      } else if (inner.isRecord()) {
        collect(field + ".", inner, to);
      }
    }
  }

  /** The type itself, or what an optional or a list holds. */
  private static Class<?> inner(Type type) {
    if (type instanceof ParameterizedType holder) {
      Type[] held = holder.getActualTypeArguments();
      return inner(held[held.length - 1]);
    }
    return type instanceof Class<?> single ? single : Object.class;
  }
}
