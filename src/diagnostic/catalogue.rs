use super::{Arg, Diagnostic, Language, Phrase, visible};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::fmt;
use unic_langid::LanguageIdentifier;

const ENGLISH: [&str; 5] = [
    include_str!("../../locales/en/codes.ftl"),
    include_str!("../../locales/en/ui.ftl"),
    include_str!("../../locales/en/testing.ftl"),
    include_str!("../../locales/en/explain.ftl"),
    include_str!("../../locales/en/render.ftl"),
];
const CHINESE: [&str; 5] = [
    include_str!("../../locales/zh/codes.ftl"),
    include_str!("../../locales/zh/ui.ftl"),
    include_str!("../../locales/zh/testing.ftl"),
    include_str!("../../locales/zh/explain.ftl"),
    include_str!("../../locales/zh/render.ftl"),
];

/// Longest text that a message quotes, in characters; the rest of it becomes `…`.
const MAX_QUOTED_CHARS: usize = 200;

/// Longest phrase of the program's own, such as a case in words.
const MAX_PHRASE_CHARS: usize = 1_000;

/// The words of one language, with English behind it for what is missing.
///
/// Each code has one Fluent message whose id is the code. Its value is the fault in one sentence, its attribute `label`
/// stands at the place itself and `help` below; other attributes are named by
/// [`Diagnostic::labels`] and [`Diagnostic::help`]. Texts that a message mentions are made [`visible`] and cut to a
/// length that a person reads, so the words are safe to print as they come.
pub struct Catalogue {
    language: Language,
    /// The chosen language first, then the one to fall back to.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// The words of `language`.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let bundles = match language {
            Language::English => vec![bundle(Language::English)],
            Language::Chinese => vec![bundle(Language::Chinese), bundle(Language::English)],
        };
        Self { language, bundles }
    }

    /// The language it speaks.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The fault in one sentence; the bare code where no catalogue has words for it.
    #[must_use]
    pub fn message(&self, diagnostic: &Diagnostic) -> String {
        let code = diagnostic.code.as_str();
        self.find(code, None, &fluent_args(&diagnostic.args, self.language)).unwrap_or_else(|| code.to_owned())
    }

    /// What stands at the place itself, if the message says something there.
    #[must_use]
    pub fn label(&self, diagnostic: &Diagnostic) -> Option<String> {
        self.attribute(diagnostic, "label")
    }

    /// The attribute `name` of the code's message.
    #[must_use]
    pub fn attribute(&self, diagnostic: &Diagnostic, name: &str) -> Option<String> {
        self.find(diagnostic.code.as_str(), Some(name), &fluent_args(&diagnostic.args, self.language))
    }

    /// What may help: what the code always says, then the helps that the diagnostic names.
    #[must_use]
    pub fn helps(&self, diagnostic: &Diagnostic) -> Vec<String> {
        let args = fluent_args(&diagnostic.args, self.language);
        let names = std::iter::once("help").chain(diagnostic.help.iter().copied());
        names.filter_map(|name| self.find(diagnostic.code.as_str(), Some(name), &args)).collect()
    }

    /// Any other text, such as `summary`; the id itself where there is none.
    #[must_use]
    pub fn text(&self, id: &str, args: &[(&str, Arg)]) -> String {
        self.find(id, None, &fluent_args(args, self.language)).unwrap_or_else(|| id.to_owned())
    }

    /// Any other text with arguments of any length, as they are: for what is not shown on a terminal. Whoever prints it
    /// has to make it safe.
    #[must_use]
    pub fn passage(&self, id: &str, args: &[(&str, &str)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(name, text)| (*name, FluentValue::from(*text))).collect();
        self.find(id, None, &args).unwrap_or_else(|| id.to_owned())
    }

    fn find(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(id)?;
            let pattern = match attribute {
                Some(name) => message.get_attribute(name)?.value(),
                None => message.value()?,
            };
            // What cannot be resolved is left as `{$name}`, which shows more than giving up would.
            let mut unresolved = vec![];
            Some(bundle.format_pattern(pattern, Some(args), &mut unresolved).into_owned())
        })
    }
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Language {
    fn identifier(self) -> LanguageIdentifier {
        // The tags are well formed; an unknown language would only count plurals in its own way.
        self.tag().parse().unwrap_or_default()
    }

    fn resources(self) -> [&'static str; 5] {
        match self {
            Self::English => ENGLISH,
            Self::Chinese => CHINESE,
        }
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks are invisible direction-changing characters, the very thing that is kept out of the output.
    bundle.set_use_isolating(false);
    for text in language.resources() {
        // A faulty entry is left out and English or the bare code stands in; a test keeps the files free of faults.
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let _ = bundle.add_resource(resource);
    }
    bundle
}

fn fluent_args<'a>(args: &'a [(&str, Arg)], language: Language) -> FluentArgs<'a> {
    let mut named = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        let value = match arg {
            Arg::Text(text) => FluentValue::String(shorten(text).into()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Phrase(Phrase { english, chinese }) => {
                let words = if language == Language::Chinese { chinese } else { english };
                FluentValue::String(cut(words, MAX_PHRASE_CHARS).into())
            }
        };
        named.set(*name, value);
    }
    named
}

fn shorten(text: &str) -> String {
    cut(text, MAX_QUOTED_CHARS)
}

fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", visible(text.get(..end).unwrap_or_default())),
        None => visible(text).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, Language};
    use crate::diagnostic::{Code, Diagnostic};
    use crate::source::{SourceId, Span};
    use fluent_bundle::FluentResource;
    use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
    use std::collections::{BTreeMap, BTreeSet};

    fn unknown_name(name: &str) -> Diagnostic {
        Diagnostic::new(Code::UnknownName, Span::new(SourceId(0), 0, 1)).with("name", name)
    }

    #[test]
    fn locales_are_told_apart() {
        for locale in ["zh", "zh_CN.UTF-8", "zh-Hant-TW", "ZH"] {
            assert_eq!(Language::from_locale(locale), Language::Chinese, "{locale}");
        }
        for locale in ["", "C", "POSIX", "en_GB", "de-CH", "zhong"] {
            assert_eq!(Language::from_locale(locale), Language::English, "{locale}");
        }
    }

    #[test]
    fn words_come_in_the_chosen_language() {
        let diagnostic = unknown_name("严重").with("suggestion", "severity").help("suggest");
        let english = Catalogue::new(Language::English);
        assert_eq!(english.message(&diagnostic), "unknown name “严重”");
        let chinese = Catalogue::new(Language::Chinese);
        assert_eq!(chinese.message(&diagnostic), "未知的名称“严重”");
        assert_eq!(chinese.helps(&diagnostic).len(), 2);
        assert_eq!(chinese.helps(&diagnostic).last().map(String::as_str), Some("是否应为“severity”？"));
        assert!(chinese.label(&diagnostic).is_some());
        assert_eq!(chinese.attribute(&diagnostic, "no such attribute"), None);
    }

    #[test]
    fn mentioned_text_is_visible_and_short() {
        let catalogue = Catalogue::new(Language::English);
        let message = catalogue.message(&unknown_name("a\u{202e}\u{1b}[2J"));
        assert_eq!(message, "unknown name “a⟨U+202E⟩⟨U+001B⟩[2J”");
        let message = catalogue.message(&unknown_name(&"长".repeat(100_000)));
        assert_eq!(message.chars().count(), 216);
        assert!(message.ends_with("长…”"));
    }

    #[test]
    fn numbers_are_counted_and_gaps_are_shown() {
        let catalogue = Catalogue::new(Language::English);
        assert_eq!(catalogue.text("count-errors", &[("count", 1_usize.into())]), "1 error");
        assert_eq!(catalogue.text("count-errors", &[("count", 8_388_608_usize.into())]), "8388608 errors");
        assert_eq!(catalogue.text("no-such-text", &[]), "no-such-text");
        let without_name = Diagnostic::without_place(Code::UnknownName);
        assert_eq!(catalogue.message(&without_name), "unknown name “{$name}”");
    }

    #[test]
    fn catalogues_are_shared_between_threads() {
        fn assert_shared<T: Send + Sync>() {}
        assert_shared::<Catalogue>();
    }

    /// For each message its attributes (`""` is the message itself), and for each of them the variables it mentions.
    type Shape = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

    fn shape(text: &str) -> Shape {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, faults)| faults).unwrap();
        let messages = resource.entries().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        let mut shape = Shape::new();
        for message in messages {
            let value = message.value.iter().map(|pattern| ("", pattern));
            let attributes = message.attributes.iter().map(|attribute| (attribute.id.name, &attribute.value));
            let parts = value.chain(attributes).map(|(name, pattern)| (name.to_owned(), variables(pattern)));
            let known = shape.insert(message.id.name.to_owned(), parts.collect());
            assert!(known.is_none(), "{} is there twice", message.id.name);
        }
        shape
    }

    fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        collect_variables(pattern, &mut found);
        found
    }

    fn collect_variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            match expression {
                Expression::Inline(inline) => collect_inline(inline, found),
                Expression::Select { selector, variants } => {
                    collect_inline(selector, found);
                    for variant in variants {
                        collect_variables(&variant.value, found);
                    }
                }
            }
        }
    }

    fn collect_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                found.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
                for argument in positional {
                    collect_inline(argument, found);
                }
            }
            InlineExpression::Placeable { expression } => {
                if let Expression::Inline(inline) = &**expression {
                    collect_inline(inline, found);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn both_languages_say_the_same_things() {
        let chinese = Language::Chinese.resources().map(shape);
        for (english, chinese) in Language::English.resources().map(shape).iter().zip(&chinese) {
            assert_eq!(english, chinese);
        }
    }

    #[test]
    fn every_code_has_its_message() {
        for language in [Language::English, Language::Chinese] {
            let [codes, ..] = language.resources().map(shape);
            let known: Vec<&str> = codes.keys().map(String::as_str).collect();
            let mut wanted: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
            wanted.sort_unstable();
            assert_eq!(known, wanted, "{language}");
        }
    }
}
