//! Every file of the site, made when it is asked for: by the same stages as a build's, and with the
//! same bytes.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::address::{DataFile, Page, Route, data_files, routes};
use crate::content::OwnFile;
use crate::feed::{self, Feed};
use crate::index::PortalIndex;
use crate::language::{Language, Localized, cause};
use crate::page;
use crate::picture::{Drawing, Painter};
use crate::portal::Portal;
use crate::render::Renderer;
use crate::theme::Theme;
use crate::{data, search};

/// A proven portal and all that its files are made with.
pub struct Pages {
    pub portal: Portal,
    index: PortalIndex,
    theme: Theme,
    renderer: Renderer,
    routes: Vec<Route>,
    /// By path. Charts stand beside their pages, and only the pages know them.
    files: BTreeMap<String, File>,
    /// By path; made when the first of them is asked for.
    search: OnceCell<BTreeMap<String, Vec<u8>>>,
    painter: OnceCell<Painter>,
}

/// What stands at a path.
enum File {
    Page(Route),
    /// What other sites show beside a link to a page.
    Card(Language, Page),
    Feed(Feed),
    Sitemap,
    Robots(String),
    /// The theme's, by its number.
    Asset(usize),
    /// The author's own.
    Own(PathBuf),
    Data(DataFile),
}

impl Pages {
    pub fn new(
        portal: Portal,
        own_files: Vec<OwnFile>,
        theme: Option<&Path>,
    ) -> Result<Pages, Failure> {
        let theme = Theme::load(theme).map_err(|error| Failure::World(error.message()))?;
        let renderer =
            Renderer::new(&theme, &portal).map_err(|error| Failure::World(error.message()))?;
        let index = PortalIndex::new(&portal);
        let routes = routes(&portal, &index);
        // Of two files with one path the later stands, as in a build.
        let mut files: BTreeMap<String, File> =
            routes.iter().map(|route| (route.path(&portal), File::Page(*route))).collect();
        if portal.png {
            files.extend(page::previews(&routes).map(|(language, page)| {
                (Route::Page(language, page).preview_path(&portal), File::Card(language, page))
            }));
        }
        files.extend(
            feed::feeds(&portal).into_iter().map(|feed| (feed.path(&portal), File::Feed(feed))),
        );
        files.extend(
            feed::sitemap_names(&portal, routes.len())
                .into_iter()
                .map(|name| (name, File::Sitemap)),
        );
        files.extend(
            feed::robots(&portal).map(|robots| (feed::ROBOTS.to_owned(), File::Robots(robots))),
        );
        files.extend(
            renderer
                .assets()
                .iter()
                .enumerate()
                .map(|(number, asset)| (asset.path.clone(), File::Asset(number))),
        );
        files.extend(own_files.into_iter().map(|own| (own.path, File::Own(own.from))));
        files.extend(
            data_files(&portal, &index)
                .into_iter()
                .map(|file| (file.path(&portal), File::Data(file))),
        );
        Ok(Pages {
            portal,
            index,
            theme,
            renderer,
            routes,
            files,
            search: OnceCell::new(),
            painter: OnceCell::new(),
        })
    }

    /// Whether a file that is no chart and none of the search stands at a path.
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The file at a path from the site's root, if there is one.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Localized> {
        let Pages { portal, index, .. } = self;
        let bytes = match self.files.get(path) {
            Some(File::Page(route)) => self.page(*route)?,
            Some(File::Card(language, page)) => {
                let preview = page::preview(portal, index, *language, *page);
                self.png(path, |painter| painter.card(&preview))?
            }
            Some(File::Feed(feed)) => feed.xml(portal, index).into_bytes(),
            Some(File::Sitemap) => {
                return Ok(feed::sitemaps(portal, &self.routes)
                    .find(|(name, _)| name == path)
                    .map(|(_, xml)| xml.into_bytes()));
            }
            Some(File::Robots(robots)) => robots.clone().into_bytes(),
            Some(File::Asset(number)) => self.renderer.assets()[*number].bytes.clone(),
            Some(File::Own(from)) => std::fs::read(from).map_err(|error| unread(from, &error))?,
            Some(File::Data(file)) => {
                let mut bytes = Vec::new();
                data::write(*file, portal, index, &self.theme, &mut bytes)
                    .map_err(|error| unread(Path::new(path), &error))?;
                bytes
            }
            None if path.starts_with("search/") => return Ok(self.search().get(path).cloned()),
            None => return self.chart(path),
        };
        Ok(Some(bytes))
    }

    pub fn not_found(&self) -> Result<Vec<u8>, Localized> {
        self.page(Route::NotFound)
    }

    fn page(&self, route: Route) -> Result<Vec<u8>, Localized> {
        let view = page::view(&self.portal, &self.index, route);
        self.renderer.render(&view).map(String::into_bytes).map_err(|error| error.message())
    }

    /// A chart of the page beside which it stands, as SVG or PNG. No slug has a dot, so the page's
    /// name ends at the first one.
    fn chart(&self, path: &str) -> Result<Option<Vec<u8>>, Localized> {
        let name_start = path.rfind('/').map_or(0, |slash| slash + 1);
        let Some(dot) = path[name_start..].find('.') else { return Ok(None) };
        let Some(File::Page(route)) =
            self.files.get(&format!("{}.html", &path[..name_start + dot]))
        else {
            return Ok(None);
        };
        for chart in page::view(&self.portal, &self.index, *route).charts {
            if chart.path == path {
                return Ok(Some(chart.svg.into_bytes()));
            }
            if chart.png_path.as_deref() == Some(path) {
                return self.png(path, |painter| painter.chart(&chart.svg)).map(Some);
            }
        }
        Ok(None)
    }

    fn png(
        &self,
        path: &str,
        drawing: impl FnOnce(&Painter) -> Drawing,
    ) -> Result<Vec<u8>, Localized> {
        let painter = self.painter.get_or_init(Painter::new);
        painter.png(&drawing(painter)).map_err(|error| crate::undrawn(path, &error))
    }

    fn search(&self) -> &BTreeMap<String, Vec<u8>> {
        self.search.get_or_init(|| {
            let files = search::index(&self.portal, &self.index, &self.theme);
            [files.vi, files.en].into_iter().flatten().map(|file| (file.path, file.bytes)).collect()
        })
    }
}

fn unread(path: &Path, error: &std::io::Error) -> Localized {
    let (path, cause) = (path.display(), cause::cause(error));
    Localized::text(
        format!("không đọc được `{path}`: {}", cause.vi),
        format!("cannot read `{path}`: {}", cause.en),
    )
}
