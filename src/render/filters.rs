//! What templates may do with words: fill in what varies, and choose between one and many.

use rust_decimal::Decimal;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use crate::language::{self, Language};

/// Registers `fill`, `count` and `number`.
pub fn register(tera: &mut Tera) {
    tera.register_filter("fill", fill);
    tera.register_filter("count", count);
    tera.register_filter("number", number);
}

/// `"Kế hoạch của {place}" | fill(place=view.name)`: every `{name}` is replaced by the argument of
/// that name.
fn fill(words: &str, arguments: Kwargs, state: &State) -> TeraResult<String> {
    filled(words, &arguments, state)
}

/// `"{n} plan | {n} plans" | count(n=3)`: the words before the bar for one, those after it for any
/// other number. A language without plural forms has no bar.
fn count(words: &str, arguments: Kwargs, state: &State) -> TeraResult<String> {
    let number: u64 = arguments.must_get("n")?;
    let words = match words.split_once(" | ") {
        Some((one, _)) if number == 1 => one,
        Some((_, many)) => many,
        None => words,
    };
    filled(words, &arguments, state)
}

/// `1234 | number`: the number as the page's language writes it.
fn number(number: u64, _: Kwargs, state: &State) -> TeraResult<String> {
    Ok(language::number::format(number.into(), language_of(state)?))
}

fn language_of(state: &State) -> TeraResult<Language> {
    let code: Option<String> = state.get("language")?;
    Ok(if code.as_deref() == Some(Language::En.code()) { Language::En } else { Language::Vi })
}

fn filled(words: &str, arguments: &Kwargs, state: &State) -> TeraResult<String> {
    let mut filled = String::with_capacity(words.len() + 32);
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after
            .split_once('}')
            .ok_or_else(|| Error::message(format!("`{{` without `}}` in the words \"{words}\"")))?;
        let value: Value = arguments.get(name)?.ok_or_else(|| {
            Error::message(format!(
                "the words \"{words}\" want `{name}`, which the template does not give"
            ))
        })?;
        filled.push_str(before);
        match value.as_number().and_then(|number| number.as_integer()) {
            Some(integer) => filled.push_str(&language::number::format(
                Decimal::from_i128_with_scale(integer, 0),
                language_of(state)?,
            )),
            None => filled.push_str(&value.to_string()),
        }
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}
