//! What differs between the dialects.

/// A dialect of SQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `DuckDB`, from 1.0.
    DuckDb,
    /// `PostgreSQL`, from 12.
    Postgres,
    /// Spark SQL, from 3.3.
    Spark,
}

/// Most bytes of a name in `PostgreSQL`.
const MAX_POSTGRES_NAME: usize = 63;

impl Dialect {
    /// A name, safe whatever its characters.
    pub(super) fn name(self, name: &str) -> String {
        match self {
            Self::DuckDb | Self::Postgres => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::Spark => format!("`{}`", name.replace('`', "``")),
        }
    }

    /// The name of a table, whose parts stand between points.
    pub(super) fn table(self, name: &str) -> String {
        let parts: Vec<String> = name.split('.').map(|part| self.name(part)).collect();
        parts.join(".")
    }

    /// A text.
    pub(super) fn text(self, text: &str) -> String {
        match self {
            Self::DuckDb | Self::Postgres => format!("'{}'", text.replace('\'', "''")),
            Self::Spark => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
        }
    }

    /// What two names have in common that the database takes for one.
    pub(super) fn folded(self, name: &str) -> String {
        match self {
            Self::Postgres => name.to_owned(),
            Self::DuckDb | Self::Spark => name.to_lowercase(),
        }
    }

    /// Whether a name is longer than the database keeps.
    pub(super) fn is_too_long(self, name: &str) -> bool {
        self == Self::Postgres && name.len() > MAX_POSTGRES_NAME
    }

    /// A row as one value.
    pub(super) fn row(self) -> &'static str {
        match self {
            Self::DuckDb | Self::Postgres => "t",
            Self::Spark => "struct(t.*)",
        }
    }

    /// All columns of a row that is one value.
    pub(super) fn columns_of_row(self) -> &'static str {
        match self {
            Self::DuckDb | Self::Spark => "whole.*",
            Self::Postgres => "(whole).*",
        }
    }

    /// What stands before a step, so that it is worked out row by row and not kept as a table.
    pub(super) fn step(self) -> &'static str {
        match self {
            Self::DuckDb => "AS NOT MATERIALIZED",
            Self::Postgres | Self::Spark => "AS",
        }
    }

    /// What stands at the end of a step, so that it is worked out once and not wherever its columns are mentioned.
    pub(super) fn fence(self) -> &'static str {
        match self {
            Self::Postgres => "\n  OFFSET 0",
            Self::DuckDb | Self::Spark => "",
        }
    }

    /// The day of what never happened; `None` where the dialect has no such day.
    pub(super) fn never(self) -> Option<&'static str> {
        match self {
            Self::DuckDb | Self::Postgres => Some("DATE 'infinity'"),
            Self::Spark => None,
        }
    }

    /// An array of texts.
    pub(super) fn array<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let texts: Vec<String> = texts.into_iter().map(|text| self.text(text)).collect();
        let texts = texts.join(", ");
        match self {
            Self::DuckDb => format!("CAST([{texts}] AS VARCHAR[])"),
            Self::Postgres => format!("CAST(ARRAY[{texts}] AS text[])"),
            Self::Spark => format!("CAST(array({texts}) AS ARRAY<STRING>)"),
        }
    }

    /// An array of those texts whose condition holds; the conditions are never unknown.
    pub(super) fn chosen(self, texts: &[(String, String)]) -> String {
        if texts.is_empty() {
            return self.array([]);
        }
        let one = |(text, condition): &(String, String)| format!("CASE WHEN {condition} THEN {} END", self.text(text));
        let all = || texts.iter().map(one).collect::<Vec<_>>().join(", ");
        match self {
            Self::DuckDb => {
                let conditions: Vec<&str> = texts.iter().map(|(_, condition)| condition.as_str()).collect();
                let texts = self.array(texts.iter().map(|(text, _)| text.as_str()));
                format!("list_where({texts}, [{}])", conditions.join(", "))
            }
            Self::Postgres => format!("array_remove(CAST(ARRAY[{}] AS text[]), NULL)", all()),
            Self::Spark => format!("filter(array({}), x -> x IS NOT NULL)", all()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_quotes() {
        let hostile = "a\"; DROP TABLE x; --`'\\";
        assert_eq!(Dialect::DuckDb.name(hostile), "\"a\"\"; DROP TABLE x; --`'\\\"");
        assert_eq!(Dialect::Spark.name(hostile), "`a\"; DROP TABLE x; --``'\\`");
        assert_eq!(Dialect::Postgres.text(hostile), "'a\"; DROP TABLE x; --`''\\'");
        assert_eq!(Dialect::Spark.text(hostile), "'a\"; DROP TABLE x; --`\\'\\\\'");
        assert_eq!(Dialect::Postgres.table("办公室.案件"), "\"办公室\".\"案件\"");
    }
}
