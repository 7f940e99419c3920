import type { ReactElement, ReactNode } from 'react';
import './course-page.css';

const lessons = [
  { title: 'The loom and the mill', when: '3 March', state: 'done' },
  { title: 'Numbers on wheels', when: '10 March', state: 'done' },
  { title: 'Cards that decide', when: '17 March', state: 'done' },
  { title: 'Note G: the first program', when: 'Now', state: 'live' },
  { title: 'What an engine cannot do', when: '31 March', state: 'next' },
  { title: 'Build your own', when: '7 April', state: 'next' },
] as const;

const agenda = [
  ['18:00', 'Bernoulli numbers, and why they were chosen'],
  ['18:20', 'Reading the table of operations together'],
  ['18:50', 'In pairs: find the mistake in line 4'],
] as const;

/** A lesson of an online school, with its live meeting in the middle. */
export const CoursePage = ({ children }: { children: ReactNode }): ReactElement => (
  <div className="course">
    <header className="course-bar">
      <span className="course-brand">
        <svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
          <circle cx="12" cy="12" r="8.2" fill="none" stroke="currentColor" strokeWidth="2.4" />
          <circle cx="12" cy="12" r="2.6" fill="currentColor" />
          <g stroke="currentColor" strokeWidth="2.4" strokeLinecap="round">
            <path d="M12 1.4v3M12 19.6v3M1.4 12h3M19.6 12h3M4.5 4.5l2.1 2.1M17.4 17.4l2.1 2.1M4.5 19.5l2.1-2.1M17.4 6.6l2.1-2.1" />
          </g>
        </svg>
        Engine House
      </span>
      <nav aria-label="School">
        <a href="#courses" aria-current="page">
          Courses
        </a>
        <a href="#library">Library</a>
        <a href="#people">People</a>
      </nav>
      <span className="course-me" title="Ada Lovelace">
        AL
      </span>
    </header>

    <main className="course-main">
      <div className="course-lesson">
        <p className="course-crumbs">The Analytical Engine · Lesson 4 of 6</p>
        <div className="course-title">
          <h1>Note G: the first program</h1>
          <span className="course-live">Live</span>
        </div>
        <div className="course-meeting">{children}</div>
        <div className="course-about">
          <section>
            <h2>In this lesson</h2>
            <p>
              In 1843 a table of operations was printed that no machine could yet run. We read it line by
              line, follow the numbers through the mill and the store, and find out what makes it a program.
            </p>
          </section>
          <section>
            <h2>Today</h2>
            <ol className="course-agenda">
              {agenda.map(([time, what]) => (
                <li key={time}>
                  <time>{time}</time>
                  {what}
                </li>
              ))}
            </ol>
          </section>
        </div>
      </div>

      <aside className="course-side" aria-label="Course">
        <section className="course-card">
          <h2>Lessons</h2>
          <ol className="course-lessons">
            {lessons.map(({ title, when, state }, index) => (
              <li key={title} data-state={state}>
                <span className="course-number" aria-hidden="true">
                  {state === 'done' ? '✓' : index + 1}
                </span>
                <span>
                  {title}
                  <small>{when}</small>
                </span>
              </li>
            ))}
          </ol>
        </section>
        <section className="course-card">
          <h2>Your teacher</h2>
          <div className="course-teacher">
            <span className="course-portrait" aria-hidden="true">
              GH
            </span>
            <span>
              Grace Hopper
              <small>Compilers, mathematics, clocks</small>
            </span>
          </div>
        </section>
      </aside>
    </main>
  </div>
);
