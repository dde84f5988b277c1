# What R's package forecast says of series: forecasts.R SERIES OUT
# SERIES: rows id,frequency,horizon,with_ets,values apart by blanks. OUT: rows method,id,step,value;
# ets_aicc and holt_squares have one step. Croston sees the series with three of five values set to 0.
suppressPackageStartupMessages(library(forecast))
arguments <- commandArgs(trailingOnly = TRUE)
series <- read.csv(arguments[1], colClasses = c("character", "integer", "integer", "integer", "character"))
out <- file(arguments[2], "w")
say <- function(method, id, values) {
  writeLines(paste(method, id, seq_along(values), sprintf("%.12g", values), sep = ","), out)
}
for (i in seq_len(nrow(series))) {
  id <- series$id[i]
  h <- series$horizon[i]
  values <- as.numeric(strsplit(series$values[i], " ")[[1]])
  plain <- ts(values)
  y <- ts(values, frequency = series$frequency[i])
  say("ses", id, ses(plain, h = h)$mean)
  line <- holt(plain, h = h)
  say("holt", id, line$mean)
  say("holt_squares", id, sum(residuals(line$model)^2))
  say("theta", id, thetaf(y, h = h)$mean)
  seldom <- ifelse((seq_along(values) * 7) %% 5 < 3, 0, values)
  say("croston", id, croston(seldom, h = h, alpha = 0.1)$mean)
  if (series$with_ets[i] == 1) {
    fit <- ets(y)
    say("ets", id, forecast(fit, h = h, PI = FALSE)$mean)
    say("ets_aicc", id, fit$aicc)
  }
}
close(out)
