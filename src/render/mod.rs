//! A page and a theme to bytes: the only user of tera and minify-html.
//!
//! Templates are minified once, when the renderer is made; what is put into them is written tight
//! already, so a page comes out minified at no further price. A renderer is immutable and may be
//! shared by any number of threads.

mod abbreviations;
mod filters;
mod foreign;
mod minified;
mod texts;

use std::fmt;

use tera::{Context, Tera, Value};

use crate::language::{Language, Localized};
use crate::page::{Content, View, site};
use crate::portal::Portal;
use crate::theme::{StaticFile, Theme};
use abbreviations::Abbreviations;

/// Lays pages out with the templates of a theme.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    /// The templates as they were written, to name the right line of a mistake.
    written: Tera,
    /// What is the same on all pages of a language.
    shared: Localized<Context>,
    strings: Localized<Value>,
    abbreviations: Localized<Abbreviations>,
    assets: Vec<StaticFile>,
}

impl Renderer {
    pub fn new(theme: &Theme, portal: &Portal) -> Result<Renderer, RenderError> {
        let written = engine(
            theme.templates.iter().map(|(name, template)| (name.as_str(), template.text.as_str())),
        )
        .map_err(|error| in_templates(theme, error))?;
        let mut minified: Vec<(&str, String)> = Vec::with_capacity(theme.templates.len());
        for (name, template) in &theme.templates {
            let text = minified::template(&template.text).map_err(|mistake| RenderError {
                place: format!("{}:{}", template.origin, mistake.line),
                cause: mistake.message,
            })?;
            minified.push((name, text));
        }
        let tera = engine(minified.iter().map(|(name, text)| (*name, text.as_str())))
            .map_err(|error| in_templates(theme, error))?;
        let strings = theme.strings.map(Value::from_serializable);
        let files: std::collections::BTreeMap<String, &str> = theme
            .files
            .iter()
            .map(|(name, file)| {
                (
                    name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_"),
                    file.path.as_str(),
                )
            })
            .collect();
        let files = Value::from_serializable(&files);
        let shared = Localized::from_fn(|language| {
            let mut context = Context::new();
            context.insert("language", language.code());
            context.insert_value("t", strings.get(language).clone());
            context.insert_value("files", files.clone());
            context.insert("site", &site(portal, language));
            context
        });
        let abbreviations = Localized::from_fn(|language| Abbreviations::new(portal, language));
        Ok(Renderer {
            tera,
            written,
            shared,
            strings,
            abbreviations,
            assets: theme.files.values().map(tight).collect(),
        })
    }

    /// The theme's files, which go into the site as they are.
    pub fn assets(&self) -> &[StaticFile] {
        &self.assets
    }

    /// The page as HTML.
    pub fn render(&self, view: &View<'_>) -> Result<String, RenderError> {
        let context = self.context(view);
        let template = view.content.template();
        let html = self.tera.render(template, &context).map_err(|error| {
            // The minified template has no lines left to point at.
            let error = self.written.render(template, &context).err().unwrap_or(error);
            let cause = error.to_string();
            RenderError { place: view.path.clone(), cause: Localized::text(cause.clone(), cause) }
        })?;
        let html = match view.route.language() {
            // The glossary itself explains them all.
            Some(language) if !matches!(view.content, Content::Glossary(_)) => {
                self.abbreviations.get(language).explain(html)
            }
            _ => html,
        };
        Ok(match view.route.language() {
            Some(Language::En) => foreign::say_vietnamese(html),
            Some(Language::Vi) => foreign::say_vietnamese_in_english(html),
            None => html,
        })
    }

    fn context(&self, view: &View<'_>) -> Context {
        let mut context = self.shared.get(view.route.language().unwrap_or(Language::Vi)).clone();
        if matches!(view.content, Content::Root(_) | Content::NotFound(_)) {
            context.insert_value("t_vi", self.strings.vi.clone());
            context.insert_value("t_en", self.strings.en.clone());
        }
        context.insert("page", &view.shell);
        // Which kind of page it is, for tests that must meet every kind.
        context.insert("kind", view.content.template().trim_end_matches(".html"));
        context.insert("view", &view.content);
        context
    }
}

/// A file of the theme as it is served. Its name keeps the hash of what was written.
fn tight(file: &StaticFile) -> StaticFile {
    let bytes = match file.path.rsplit_once('.') {
        Some((_, "js")) => minified::script(&file.bytes),
        Some((_, "css")) => minified::style(&file.bytes),
        _ => file.bytes.clone(),
    };
    StaticFile { path: file.path.clone(), bytes }
}

fn engine<'text>(
    templates: impl Iterator<Item = (&'text str, &'text str)>,
) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.autoescape_on(vec![".html"]);
    filters::register(&mut tera);
    tera.add_raw_templates(templates)?;
    Ok(tera)
}

/// A mistake that tera found in a template, with the file that it stands in.
fn in_templates(theme: &Theme, error: tera::Error) -> RenderError {
    let message = error.to_string();
    let named = theme.templates.iter().find(|(name, _)| message.contains(&format!("{name}:")));
    RenderError {
        place: named
            .map_or_else(|| "templates".to_owned(), |(_, template)| template.origin.clone()),
        cause: Localized::text(message.clone(), message),
    }
}

/// Why a page could not be made: a mistake in a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderError {
    /// The template's file, or the page that could not be made.
    place: String,
    cause: Localized,
}

impl RenderError {
    /// What is wrong and where. What tera has to say, it says in English only.
    pub fn message(&self) -> Localized {
        let RenderError { place, cause } = self;
        Localized::text(
            format!("{place}: mẫu trang có lỗi: {}", cause.vi),
            format!("{place}: a mistake in a template: {}", cause.en),
        )
    }
}

impl fmt::Display for RenderError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().en)
    }
}

impl std::error::Error for RenderError {}

#[cfg(test)]
mod tests;
