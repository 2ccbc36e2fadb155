//! minhbach builds public transparency portals: YAML target files and Markdown plan text become a bilingual
//! (Vietnamese and English) static site in which every published number is proven to stand in the clause it cites.
//!
//! The stages, in running order (each uses only what stands left of it; `tests/suite/layers.rs` holds the code to this list):
//! `language, diagnostic, portal -> content -> markdown -> evidence -> status -> compare -> chart -> page -> assemble -> theme -> render, data, search -> site -> serve -> cli`.
//!
//! [`build`] is the whole pipeline on one screen.

pub mod assemble;
pub mod chart;
pub mod cli;
pub mod compare;
pub mod content;
pub mod data;
pub mod diagnostic;
pub mod evidence;
pub mod language;
pub mod markdown;
pub mod page;
pub mod portal;
pub mod render;
pub mod search;
pub mod serve;
pub mod site;
pub mod status;
pub mod theme;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use assemble::Overrides;
use diagnostic::Report;
use language::Localized;
use portal::{Evidence, Portal};
use site::{SiteError, Staging};

/// What a build is asked for.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// A folder whose files stand in for the built-in theme's.
    pub theme: Option<PathBuf>,
    /// The output folder.
    pub out: PathBuf,
    pub overrides: Overrides,
    /// How many threads; all cores where it is not said.
    pub jobs: Option<usize>,
    /// Whether the times of the stages are wanted.
    pub timings: bool,
}

/// What came of a build.
#[derive(Debug)]
pub struct Summary {
    pub pages: usize,
    pub charts: usize,
    pub statements: usize,
    /// How many of them stand in a clause of a plan, proven in both languages.
    pub proven: usize,
    /// Warnings and notes.
    pub report: Report,
    /// The stages with their times, in running order.
    pub timings: Vec<(&'static str, Duration)>,
}

/// Why there is no new site. The old one stands as it was.
#[derive(Debug)]
pub enum Failure {
    /// The content has errors.
    Findings(Report),
    /// The machine, a path or the theme failed.
    World(Localized),
}

/// Content to site, whole or nothing. `progress` hears how many of how many pages are written.
pub fn build(options: &BuildOptions, progress: &(dyn Fn(usize, usize) + Sync)) -> Result<Summary, Failure> {
    in_pool(options.jobs, || {
        let mut clock = Clock::start();
        let (report, portal, own_files) = read(options)?;
        let Some(portal) = portal.filter(|_| !report.has_errors()) else { return Err(Failure::Findings(report)) };
        clock.lap("prove");

        let theme = theme::Theme::load(options.theme.as_deref()).map_err(|error| Failure::World(error.message()))?;
        let renderer = render::Renderer::new(&theme, &portal).map_err(|error| Failure::World(error.message()))?;
        let index = page::PortalIndex::new(&portal);
        let routes = page::routes(&portal);
        clock.lap("theme");

        let paths: Vec<String> = routes.iter().map(|route| route.path(&portal)).collect();
        let assets = renderer.assets();
        let folders = paths
            .iter()
            .map(String::as_str)
            .chain(assets.iter().map(|asset| asset.path.as_str()))
            .chain(own_files.iter().map(|file| file.path.as_str()))
            .chain(search::FOLDERS)
            .chain([DATA]);
        let staging = Staging::begin(&options.out, folders).map_err(unwritten)?;
        let (done, charts) = (AtomicUsize::new(0), AtomicUsize::new(0));
        // Each page is made, written and forgotten: memory does not grow with their number.
        routes.par_iter().try_for_each(|route| {
            let view = page::view(&portal, &index, *route);
            let html = renderer.render(&view).map_err(|error| Failure::World(error.message()))?;
            staging.write(&view.path, html.as_bytes()).map_err(unwritten)?;
            for chart in &view.charts {
                staging.write(&chart.path, chart.svg.as_bytes()).map_err(unwritten)?;
            }
            charts.fetch_add(view.charts.len(), Ordering::Relaxed);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, routes.len());
            Ok(())
        })?;
        clock.lap("pages");

        let search = search::index(&portal);
        [search.vi, search.en].par_iter().flatten().try_for_each(|file| staging.write(&file.path, &file.bytes)).map_err(unwritten)?;
        clock.lap("search");

        assets.iter().try_for_each(|asset| staging.write(&asset.path, &asset.bytes)).map_err(unwritten)?;
        own_files.iter().try_for_each(|file| staging.copy(&file.path, &file.from)).map_err(unwritten)?;
        staging.write(DATA, &data::targets_csv(&portal, &index)).map_err(unwritten)?;
        staging.publish().map_err(unwritten)?;
        clock.lap("publish");

        Ok(Summary {
            pages: routes.len(),
            charts: charts.into_inner(),
            statements: portal.statements.len(),
            proven: proven(&portal),
            report,
            timings: clock.laps,
        })
    })
}

/// Reads and proves the content and writes nothing. The portal is whole only if the report has no errors.
pub fn check(options: &BuildOptions) -> Result<(Report, Option<Portal>), Failure> {
    in_pool(options.jobs, || read(options).map(|(report, portal, _)| (report, portal)))
}

/// How many statements stand in a clause of a plan, proven in both languages.
pub fn proven(portal: &Portal) -> usize {
    portal.statements.iter().filter(|statement| matches!(statement.evidence, Evidence::Clause { .. })).count()
}

const DATA: &str = "data/targets.csv";

fn read(options: &BuildOptions) -> Result<(Report, Option<Portal>, Vec<content::OwnFile>), Failure> {
    let mut report = Report::default();
    let mut content = content::load(&options.content, &mut report).map_err(|error| {
        let (path, cause) = (error.path.display(), language::cause::cause(&error.cause));
        Failure::World(Localized::text(
            format!("không đọc được `{path}`: {}; thư mục nội dung có thể chỉ rõ bằng --content", cause.vi),
            format!("cannot read `{path}`: {}; the content folder can be named with --content", cause.en),
        ))
    })?;
    let own_files = std::mem::take(&mut content.files);
    let portal = assemble::assemble(content, options.overrides.clone(), &mut report);
    Ok((report, portal, own_files))
}

fn unwritten(error: SiteError) -> Failure {
    Failure::World(error.message())
}

fn in_pool<T: Send>(jobs: Option<usize>, work: impl FnOnce() -> Result<T, Failure> + Send) -> Result<T, Failure> {
    match rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build() {
        Ok(pool) => pool.install(work),
        Err(error) => Err(Failure::World(Localized::text(format!("không tạo được luồng: {error}"), format!("cannot start threads: {error}")))),
    }
}

/// The times of the stages.
struct Clock {
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    fn start() -> Self {
        Clock { last: Instant::now(), laps: Vec::new() }
    }

    fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.last));
        self.last = now;
    }
}
