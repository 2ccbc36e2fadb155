//! The one plan of the site: everything that it will hold, and how each of it is made.
//!
//! [`Maker::outputs`] lists the outputs, [`Maker::make`] makes one. A build writes them all,
//! `serve`
//! makes the one that is asked for. A new kind of output is a variant of [`Output`]; the compiler
//! names the places that must know it, all of them in this file.

use std::path::Path;
use std::sync::OnceLock;

use crate::address::{DataFile, Page, Route, data_files, routes};
use crate::content::OwnFile;
use crate::feed::{self, Feed};
use crate::index::PortalIndex;
use crate::language::{Language, Localized, cause};
use crate::page::{self, ChartFile};
use crate::picture::{Drawing, Painter, PictureError};
use crate::portal::Portal;
use crate::render::Renderer;
use crate::theme::Theme;
use crate::{data, search};

/// A file of the site, or the few files that are only made together.
#[derive(Clone, Debug)]
pub enum Output {
    /// A page with its charts.
    Page(Route),
    /// The picture that other sites show beside a link to a page.
    Card(Language, Page),
    /// The search index of both languages.
    Search,
    Feed(Feed),
    Sitemap,
    Robots,
    /// A file of the theme, by its number.
    Asset(usize),
    /// A file of the author's own.
    Own(OwnFile),
    Data(DataFile),
}

/// The steps in which a site is written. Of two files with one path the later is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Pages,
    Pictures,
    Search,
    Feeds,
    Files,
}

impl Step {
    pub const ALL: [Step; 5] =
        [Step::Pages, Step::Pictures, Step::Search, Step::Feeds, Step::Files];
}

impl Output {
    pub fn step(&self) -> Step {
        match self {
            Output::Page(_) => Step::Pages,
            Output::Card(..) => Step::Pictures,
            Output::Search => Step::Search,
            Output::Feed(_) | Output::Sitemap | Output::Robots => Step::Feeds,
            Output::Asset(_) | Output::Own(_) | Output::Data(_) => Step::Files,
        }
    }
}

/// A file that has been made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeFile {
    /// From the site's root.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// A page that has been made.
pub struct MadePage {
    pub html: MadeFile,
    pub charts: Vec<ChartFile>,
}

/// A proven portal and everything that its files are made with.
pub struct Maker {
    pub portal: Portal,
    index: PortalIndex,
    theme: Theme,
    renderer: Renderer,
    routes: Vec<Route>,
    own_files: Vec<OwnFile>,
    painter: OnceLock<Painter>,
}

impl Maker {
    /// `theme` is a folder whose files replace those of the built-in theme.
    pub fn new(
        portal: Portal,
        own_files: Vec<OwnFile>,
        theme: Option<&Path>,
    ) -> Result<Maker, Localized> {
        let theme = Theme::load(theme).map_err(|error| error.message())?;
        let renderer = Renderer::new(&theme, &portal).map_err(|error| error.message())?;
        let index = PortalIndex::new(&portal);
        let routes = routes(&portal, &index);
        let painter = OnceLock::new();
        Ok(Maker { portal, index, theme, renderer, routes, own_files, painter })
    }

    /// Everything that the site will hold, in the order of the steps.
    pub fn outputs(&self) -> Vec<Output> {
        let Maker { portal, index, routes, .. } = self;
        let mut outputs: Vec<Output> = routes.iter().copied().map(Output::Page).collect();
        if portal.png {
            outputs.extend(
                page::previews(routes).map(|(language, page)| Output::Card(language, page)),
            );
        }
        outputs.push(Output::Search);
        outputs.extend(feed::feeds(portal).into_iter().map(Output::Feed));
        outputs.push(Output::Sitemap);
        outputs.extend(feed::robots(portal).map(|_| Output::Robots));
        outputs.extend((0..self.renderer.assets().len()).map(Output::Asset));
        outputs.extend(self.own_files.iter().cloned().map(Output::Own));
        outputs.extend(data_files(portal, index).into_iter().map(Output::Data));
        outputs
    }

    /// Where the files of an output will be. The charts of a page are beside it; of the search
    /// index, which is known only when it is made, one file of each folder is named.
    pub fn paths(&self, output: &Output) -> Vec<String> {
        let portal = &self.portal;
        match output {
            Output::Page(route) => vec![route.path(portal)],
            Output::Card(language, page) => {
                vec![Route::Page(*language, *page).preview_path(portal)]
            }
            Output::Search => search::FOLDERS.map(str::to_owned).into(),
            Output::Feed(feed) => vec![feed.path(portal)],
            Output::Sitemap => feed::sitemap_names(portal, self.routes.len()),
            Output::Robots => vec![feed::ROBOTS.to_owned()],
            Output::Asset(number) => vec![self.renderer.assets()[*number].path.clone()],
            Output::Own(file) => vec![file.path.clone()],
            Output::Data(file) => vec![file.path(portal)],
        }
    }

    /// The files of an output.
    pub fn make(&self, output: &Output) -> Result<Vec<MadeFile>, Localized> {
        let Maker { portal, index, .. } = self;
        let bytes = match output {
            Output::Page(route) => {
                let MadePage { html, charts } = self.page(*route)?;
                let charts = charts
                    .into_iter()
                    .map(|chart| MadeFile { path: chart.path, bytes: chart.svg.into_bytes() });
                return Ok(std::iter::once(html).chain(charts).collect());
            }
            Output::Card(language, page) => {
                let (path, drawing) = self.card(*language, *page);
                self.png(&path, &drawing)?
            }
            Output::Search => {
                let files = search::index(portal, index, &self.theme);
                let files = [files.vi, files.en].into_iter().flatten();
                return Ok(files
                    .map(|file| MadeFile { path: file.path, bytes: file.bytes })
                    .collect());
            }
            Output::Feed(feed) => feed.xml(portal, index).into_bytes(),
            Output::Sitemap => {
                let files = feed::sitemaps(portal, &self.routes);
                return Ok(files
                    .map(|(path, xml)| MadeFile { path, bytes: xml.into_bytes() })
                    .collect());
            }
            Output::Robots => feed::robots(portal).unwrap_or_default().into_bytes(),
            Output::Asset(number) => self.renderer.assets()[*number].bytes.clone(),
            Output::Own(file) => {
                std::fs::read(&file.from).map_err(|error| unread(&file.from, &error))?
            }
            Output::Data(file) => {
                let mut bytes = Vec::new();
                self.write_data(*file, &mut bytes)
                    .map_err(|error| unread(Path::new(&file.path(portal)), &error))?;
                bytes
            }
        };
        let path = self.paths(output).swap_remove(0);
        Ok(vec![MadeFile { path, bytes }])
    }

    /// A page with its charts.
    pub fn page(&self, route: Route) -> Result<MadePage, Localized> {
        let view = page::view(&self.portal, &self.index, route);
        let html = self.renderer.render(&view).map_err(|error| error.message())?;
        let html = MadeFile { path: view.path, bytes: html.into_bytes() };
        Ok(MadePage { html, charts: view.charts })
    }

    /// Writes a data file piece by piece, for what is too long to be held whole.
    pub fn write_data(&self, file: DataFile, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        data::write(file, &self.portal, &self.index, &self.theme, out)
    }

    /// The drawing of a link preview, and where its picture will be.
    pub fn card(&self, language: Language, page: Page) -> (String, Drawing) {
        let preview = page::preview(&self.portal, &self.index, language, page);
        let drawing = self.painter().card(&preview);
        (preview.path, drawing)
    }

    /// Makes the picture of a drawing.
    pub fn png(&self, path: &str, drawing: &Drawing) -> Result<Vec<u8>, Localized> {
        self.painter().png(drawing).map_err(|error| undrawn(path, &error))
    }

    pub fn painter(&self) -> &Painter {
        self.painter.get_or_init(Painter::new)
    }
}

fn undrawn(path: &str, error: &PictureError) -> Localized {
    Localized::text(
        format!("{path}: không vẽ được ảnh: {error}"),
        format!("{path}: the picture cannot be drawn: {error}"),
    )
}

fn unread(path: &Path, error: &std::io::Error) -> Localized {
    let (path, cause) = (path.display(), cause::cause(error));
    Localized::text(
        format!("không đọc được `{path}`: {}", cause.vi),
        format!("cannot read `{path}`: {}", cause.en),
    )
}
