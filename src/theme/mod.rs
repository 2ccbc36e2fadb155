//! Themes: templates, interface words and static files. The default theme is in the binary; a
//! folder of one's own may override single files of it.
//!
//! A theme is checked whole before a page is made: a word that one language lacks, or that a
//! template asks for in vain, is an error here. Templates are not parsed here; that is `render`'s.

mod ahead;
mod embedded;
mod fingerprint;
mod strings;

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::content::fields::closest;
use crate::language::{Language, Localized, cause};
use ahead::Ahead;

/// What a site looks like and how its interface speaks.
#[derive(Clone, Debug)]
pub struct Theme {
    /// By name, such as `place.html` and `parts/value.html`.
    pub templates: BTreeMap<String, Template>,
    /// The interface's words by key. Both languages have the same keys.
    pub strings: Localized<BTreeMap<String, String>>,
    /// By name, such as `style.css`.
    pub files: BTreeMap<String, StaticFile>,
}

#[derive(Clone, Debug)]
pub struct Template {
    pub text: String,
    /// Where it was read from, for messages.
    pub origin: String,
    /// What the text is without what a browser does not need, where that is known already.
    pub minified: Option<&'static str>,
}

/// A file beside the pages, as it was written.
#[derive(Clone, Debug)]
pub struct StaticFile {
    /// From the site's root. It holds a hash of the content, so that the file may be cached for
    /// ever.
    pub path: String,
    pub bytes: Vec<u8>,
    /// The bytes without what a browser does not need, where that is known already.
    pub minified: Option<&'static str>,
}

impl Default for Theme {
    /// The theme in the binary.
    fn default() -> Theme {
        let ahead = Ahead::built_in();
        let templates = embedded::TEMPLATES.iter().map(|(name, text)| {
            let (text, origin) = ((*text).to_owned(), (*name).to_owned());
            ((*name).to_owned(), template(&ahead, name, text, origin))
        });
        let files = embedded::STATIC_FILES
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), static_file(&ahead, name, bytes.to_vec())));
        let strings = Localized::new(embedded::VIETNAMESE, embedded::ENGLISH)
            .map(|text| strings::parse(text).expect("a test reads the default theme's words"));
        Theme { templates: templates.collect(), files: files.collect(), strings }
    }
}

impl Theme {
    /// The default theme, with the files of a folder over it where there is one: `templates/`,
    /// `strings/vi.yaml`, `strings/en.yaml`, `static/`.
    pub fn load(folder: Option<&Path>) -> Result<Theme, ThemeError> {
        let mut theme = Theme::default();
        let Some(folder) = folder else { return Ok(theme) };
        if !folder.is_dir() {
            return Err(ThemeError::NoFolder(folder.to_owned()));
        }
        // A file that was copied and not changed is known.
        let ahead = Ahead::built_in();
        for (name, path) in files_below(&folder.join("templates"))? {
            let (text, origin) = (read_text(&path)?, path.display().to_string());
            let template = template(&ahead, &name, text, origin);
            theme.templates.insert(name, template);
        }
        for language in Language::ALL {
            let path = folder.join("strings").join(format!("{}.yaml", language.code()));
            if path.is_file() {
                let text = read_text(&path)?;
                let own = strings::parse(&text)
                    .map_err(|mistake| ThemeError::Strings { path: path.clone(), mistake })?;
                theme.check_keys(&path, &text, &own)?;
                match language {
                    Language::Vi => theme.strings.vi.extend(own),
                    Language::En => theme.strings.en.extend(own),
                }
            }
        }
        for (name, path) in files_below(&folder.join("static"))? {
            let bytes =
                std::fs::read(&path).map_err(|error| ThemeError::Unreadable(path, error))?;
            theme.files.insert(name.clone(), static_file(&ahead, &name, bytes));
        }
        theme.check()?;
        Ok(theme)
    }

    /// A key that neither the theme nor a template knows and that is spelled almost like a known
    /// one is a slip.
    fn check_keys(
        &self,
        path: &Path,
        text: &str,
        own: &BTreeMap<String, String>,
    ) -> Result<(), ThemeError> {
        let known = Theme::default().strings.vi;
        let is_asked_for = |key: &str| {
            self.templates.values().any(|template| {
                strings::wanted(&template.text).iter().any(|wanted| wanted.key == key)
            })
        };
        for key in own.keys().filter(|key| !known.contains_key(*key)) {
            let Some(meant) =
                closest(key, known.keys().map(String::as_str)).filter(|_| !is_asked_for(key))
            else {
                continue;
            };
            let line = text
                .lines()
                .position(|line| {
                    line.strip_prefix(key.as_str()).is_some_and(|rest| rest.starts_with(':'))
                })
                .map_or(1, |line| line + 1);
            return Err(ThemeError::UnknownKey {
                path: path.to_owned(),
                line,
                key: key.clone(),
                meant: meant.to_owned(),
            });
        }
        Ok(())
    }

    /// Whether every word is there in both languages, and every word that a template asks for.
    pub fn check(&self) -> Result<(), ThemeError> {
        for language in Language::ALL {
            let (own, other) = (self.strings.get(language), self.strings.get(language.other()));
            let missing: Vec<String> =
                other.keys().filter(|key| !own.contains_key(*key)).cloned().collect();
            if !missing.is_empty() {
                return Err(ThemeError::MissingIn { language, keys: missing });
            }
        }
        for template in self.templates.values() {
            let wanted = strings::wanted(&template.text);
            let missing =
                wanted.into_iter().find(|wanted| !self.strings.vi.contains_key(&wanted.key));
            if let Some(missing) = missing {
                return Err(ThemeError::MissingFor {
                    template: template.origin.clone(),
                    line: missing.line,
                    key: missing.key,
                });
            }
        }
        let composed =
            crate::page::COMPOSED_STRINGS.iter().find(|key| !self.strings.vi.contains_key(**key));
        match composed {
            Some(key) => {
                Err(ThemeError::MissingIn { language: Language::Vi, keys: vec![(*key).to_owned()] })
            }
            None => Ok(()),
        }
    }
}

fn template(ahead: &Ahead<'static>, name: &str, text: String, origin: String) -> Template {
    let minified = ahead.minified(&format!("templates/{name}"), text.as_bytes());
    Template { text, origin, minified }
}

fn static_file(ahead: &Ahead<'static>, name: &str, bytes: Vec<u8>) -> StaticFile {
    let path = format!("assets/{}", fingerprint::name(name, &bytes));
    let minified = ahead.minified(&format!("static/{name}"), &bytes);
    StaticFile { path, bytes, minified }
}

/// The files below a folder by their names with `/`, in order; nothing where there is no folder.
fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>, ThemeError> {
    let mut files = Vec::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            ThemeError::Unreadable(path, error.into())
        })?;
        // Editors leave hidden files behind.
        let is_hidden = entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
        if !entry.file_type().is_file() || is_hidden {
            continue;
        }
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let name = below
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/");
        files.push((name, entry.path().to_owned()));
    }
    Ok(files)
}

fn read_text(path: &Path) -> Result<String, ThemeError> {
    let bytes =
        std::fs::read(path).map_err(|error| ThemeError::Unreadable(path.to_owned(), error))?;
    let text = String::from_utf8(bytes).map_err(|_| ThemeError::NotText(path.to_owned()))?;
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned).replace("\r\n", "\n"))
}

/// Why a theme cannot be used.
#[derive(Debug)]
pub enum ThemeError {
    NoFolder(PathBuf),
    Unreadable(PathBuf, std::io::Error),
    NotText(PathBuf),
    Strings {
        path: PathBuf,
        mistake: strings::Mistake,
    },
    /// A key that is almost one of the theme's.
    UnknownKey {
        path: PathBuf,
        line: usize,
        key: String,
        meant: String,
    },
    /// Words that the other language has.
    MissingIn {
        language: Language,
        keys: Vec<String>,
    },
    /// A word that a template asks for.
    MissingFor {
        template: String,
        line: usize,
        key: String,
    },
}

impl ThemeError {
    /// What is wrong, where, and what to type.
    pub fn message(&self) -> Localized {
        match self {
            ThemeError::NoFolder(path) => {
                let path = path.display();
                Localized::text(
                    format!("{path}: không có thư mục giao diện này"),
                    format!("{path}: there is no such theme folder"),
                )
            }
            ThemeError::Unreadable(path, error) => {
                let (path, cause) = (path.display(), cause::cause(error));
                Localized::text(
                    format!("{path}: không đọc được: {}", cause.vi),
                    format!("{path}: cannot be read: {}", cause.en),
                )
            }
            ThemeError::NotText(path) => {
                let path = path.display();
                Localized::text(
                    format!("{path}: không phải văn bản UTF-8"),
                    format!("{path}: not UTF-8 text"),
                )
            }
            ThemeError::Strings { path, mistake } => {
                let place = format!("{}:{}", path.display(), mistake.line);
                Localized::text(
                    format!("{place}: {}", mistake.message.vi),
                    format!("{place}: {}", mistake.message.en),
                )
            }
            ThemeError::UnknownKey { path, line, key, meant } => {
                let place = format!("{}:{line}", path.display());
                Localized::text(
                    format!(
                        "{place}: giao diện không có khóa `{key}`: có phải ý bạn là `{meant}`?"
                    ),
                    format!("{place}: the theme has no key `{key}`: did you mean `{meant}`?"),
                )
            }
            ThemeError::MissingIn { language, keys } => {
                let (code, list, first) =
                    (language.code(), keys.join(", "), keys.first().map_or("", String::as_str));
                Localized::text(
                    format!(
                        "strings/{code}.yaml: chưa có lời cho {list}: hãy thêm cho mỗi khóa một \
                         dòng, chẳng hạn `{first}: ...`"
                    ),
                    format!(
                        "strings/{code}.yaml: no words for {list}: add a line for each, such as \
                         `{first}: ...`"
                    ),
                )
            }
            ThemeError::MissingFor { template, line, key } => Localized::text(
                format!(
                    "{template}:{line}: mẫu trang dùng `{key}`, nhưng strings/vi.yaml và \
                     strings/en.yaml không có khóa này"
                ),
                format!(
                    "{template}:{line}: the template asks for `{key}`, and strings/vi.yaml and \
                     strings/en.yaml have no words for it"
                ),
            ),
        }
    }
}

impl fmt::Display for ThemeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message().en)
    }
}

impl std::error::Error for ThemeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ThemeError::Unreadable(_, error) => Some(error),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        folder
    }

    fn failure(files: &[(&str, &str)]) -> String {
        Theme::load(Some(folder(files).path())).expect_err("the theme is wrong").to_string()
    }

    #[test]
    fn the_default_theme_is_whole() {
        let theme = Theme::default();
        theme.check().expect("every word is there");
        for template in crate::page::Content::TEMPLATES {
            assert!(theme.templates.contains_key(template), "{template}");
        }
    }

    /// A file that is forgotten in `embedded` would be missing in a binary alone.
    #[test]
    fn every_file_of_the_default_theme_is_in_the_binary() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let names = |folder: &str| {
            files_below(&root.join(folder))
                .expect("the folder")
                .into_iter()
                .map(|(name, _)| name)
                .collect::<Vec<_>>()
        };
        let theme = Theme::default();
        assert_eq!(names("templates"), theme.templates.keys().cloned().collect::<Vec<_>>());
        assert_eq!(names("static"), theme.files.keys().cloned().collect::<Vec<_>>());
        assert_eq!(names("strings"), ["en.yaml", "vi.yaml"]);
    }

    #[test]
    fn a_folder_overrides_single_files() {
        let own = folder(&[
            ("templates/glossary.html", "<p>{{ t.glossary }}</p>"),
            ("strings/vi.yaml", "glossary: Từ điển\n"),
            ("static/style.css", "body{}"),
        ]);
        let theme = Theme::load(Some(own.path())).expect("the theme is right");
        assert_eq!(theme.templates["glossary.html"].text, "<p>{{ t.glossary }}</p>");
        assert_eq!(theme.strings.vi["glossary"], "Từ điển");
        assert_eq!(theme.files["style.css"].bytes, b"body{}");
        assert_ne!(
            theme.files["style.css"].path,
            Theme::default().files["style.css"].path,
            "a changed file has another name"
        );
        assert!(theme.templates.contains_key("place.html"));
    }

    #[test]
    fn a_word_that_one_language_lacks_is_an_error() {
        assert_eq!(
            failure(&[("strings/en.yaml", "my_word: Mine\n")]),
            "strings/vi.yaml: no words for my_word: add a line for each, such as `my_word: ...`"
        );
    }

    #[test]
    fn a_key_that_is_almost_known_is_a_slip() {
        let message = failure(&[("strings/vi.yaml", "# own words\nglosary: Từ điển\n")]);
        assert!(
            message
                .ends_with("vi.yaml:2: the theme has no key `glosary`: did you mean `glossary`?"),
            "{message}"
        );
        let asked = [
            ("strings/vi.yaml", "glosary: Từ điển\n"),
            ("strings/en.yaml", "glosary: Words\n"),
            ("templates/glossary.html", "{{ t.glosary }}"),
        ];
        assert!(
            Theme::load(Some(folder(&asked).path())).is_ok(),
            "a template of one's own may ask for it"
        );
    }

    #[test]
    fn a_word_that_a_template_asks_for_in_vain_is_an_error() {
        let message = failure(&[("templates/glossary.html", "<p>\n{{ t.no_such_word }}</p>")]);
        assert!(
            message.ends_with(
                "glossary.html:2: the template asks for `no_such_word`, and strings/vi.yaml and \
                 strings/en.yaml have no words for it"
            ),
            "{message}"
        );
    }

    #[test]
    fn a_line_that_is_no_word_is_an_error_with_its_place() {
        let message = failure(&[("strings/vi.yaml", "# words\nhome: Trang chủ\nnot a pair\n")]);
        assert!(message.ends_with("vi.yaml:3: a line is `key: words`"), "{message}");
    }
}
