//! A page and a theme to bytes: the only user of tera and minify-html.
//!
//! Templates are minified once, the built-in ones ahead, a theme's own when the renderer is made;
//! what is put into them is written tight already, so a page comes out minified at no further
//! price. A renderer is immutable and may be shared by any number of threads.

mod abbreviations;
mod filters;
mod foreign;
mod minified;
mod texts;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use tera::{Context, Tera, Value};

use crate::language::{Language, Localized};
use crate::page::{Content, View, site};
use crate::portal::Portal;
use crate::theme::{StaticFile, Template, Theme};
use abbreviations::Abbreviations;

/// Lays pages out with the templates of a theme.
#[derive(Debug)]
pub struct Renderer {
    tera: Tera,
    /// The templates as they were written, to name the right line of a mistake.
    written: BTreeMap<String, Template>,
    /// What is the same on all pages of a language.
    shared: Localized<Context>,
    strings: Localized<Value>,
    abbreviations: Localized<Abbreviations>,
    assets: Vec<Asset>,
}

/// A file of the theme as it goes into the site.
#[derive(Debug)]
pub struct Asset {
    /// From the site's root. It holds a hash of what was written, not of what was made of it.
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Renderer {
    pub fn new(theme: &Theme, portal: &Portal) -> Result<Renderer, RenderError> {
        let written = &theme.templates;
        if written.values().any(|template| template.minified.is_none()) {
            as_written(written).map_err(|error| in_templates(written, error))?;
        }
        let mut minified: Vec<(&str, Cow<'_, str>)> = Vec::with_capacity(written.len());
        for (name, template) in written {
            minified.push((name, tight_template(template)?));
        }
        let tera = engine(minified.iter().map(|(name, text)| (*name, text.as_ref())))
            .map_err(|error| in_templates(written, error))?;
        let strings = theme.strings.map(Value::from_serializable);
        let files: BTreeMap<String, &str> = theme
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
            written: written.clone(),
            shared,
            strings,
            abbreviations,
            assets: theme.files.values().map(asset).collect(),
        })
    }

    /// The theme's files, which go into the site as they are.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// The page as HTML.
    pub fn render(&self, view: &View<'_>) -> Result<String, RenderError> {
        let context = self.context(view);
        let template = view.content.template();
        let html = self.tera.render(template, &context).map_err(|error| {
            // The minified template has no lines left to point at.
            let written = as_written(&self.written);
            let error =
                written.and_then(|tera| tera.render(template, &context)).err().unwrap_or(error);
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

/// A template without what a browser does not need.
fn tight_template(template: &Template) -> Result<Cow<'_, str>, RenderError> {
    if let Some(minified) = template.minified {
        return Ok(Cow::Borrowed(minified));
    }
    let minified = minified::template(&template.text).map_err(|mistake| RenderError {
        place: format!("{}:{}", template.origin, mistake.line),
        cause: mistake.message,
    })?;
    Ok(Cow::Owned(minified))
}

/// A file of the theme as it is served.
fn asset(file: &StaticFile) -> Asset {
    let bytes = match (file.minified, file.path.rsplit_once('.')) {
        (Some(minified), _) => minified.as_bytes().to_vec(),
        (None, Some((_, "js"))) => minified::script(&file.bytes),
        (None, Some((_, "css"))) => minified::style(&file.bytes),
        (None, _) => file.bytes.clone(),
    };
    Asset { path: file.path.clone(), bytes }
}

fn as_written(templates: &BTreeMap<String, Template>) -> Result<Tera, tera::Error> {
    engine(templates.iter().map(|(name, template)| (name.as_str(), template.text.as_str())))
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
fn in_templates(templates: &BTreeMap<String, Template>, error: tera::Error) -> RenderError {
    let message = error.to_string();
    let named = templates.iter().find(|(name, _)| message.contains(&format!("{name}:")));
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
