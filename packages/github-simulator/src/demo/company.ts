/*
 * Copyright 2026 The InnerSource plugin authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { Participant } from '../dataset/simulate';

/** The company's main organisation at GitHub. */
export const ORGANIZATION = 'meridian-rail';

/** Its research organisation, set up by itself and rather closed. */
export const LABS = 'meridian-labs';

/** An open source community that a fork comes from. */
export const COMMUNITY = 'openrail-community';

/** A division of the company. */
export interface Division {
  name: string;
  title: string;
  description: string;
}

/** A team with its people. */
export interface DemoTeam {
  name: string;
  title: string;
  division: string;
  description: string;
  members: DemoPerson[];
}

/** Somebody who works there. */
export interface DemoPerson extends Participant {
  login: string;
  team: string;
}

export const DIVISIONS: readonly Division[] = [
  {
    name: 'passenger',
    title: 'Passenger',
    description:
      'Everything a traveller sees: tickets, journeys, time on board.',
  },
  {
    name: 'freight',
    title: 'Freight',
    description: 'Moves goods: bookings, yards and border crossings.',
  },
  {
    name: 'infrastructure',
    title: 'Infrastructure',
    description: 'Track, signals, sensors and traction energy.',
  },
  {
    name: 'platform',
    title: 'Platform',
    description: 'What every other division builds on.',
  },
];

/** Team, title, division, description, minutes east of UTC, people. */
const TEAM_LIST: ReadonlyArray<
  readonly [string, string, string, string, number, readonly string[]]
> = [
  [
    'ticketing',
    'Ticketing',
    'passenger',
    'Fares, tickets and refunds.',
    60,
    [
      'Amelie Fournier',
      'Jonas Weidmann',
      'Priya Raman',
      'Tomasz Zielinski',
      'Lea Brunner',
    ],
  ],
  [
    'journeys',
    'Journey Planning',
    'passenger',
    'Timetables, connections and station information.',
    60,
    [
      'Henrik Solberg',
      'Chiara Moretti',
      'Daniel Okafor',
      'Mina Haddad',
      'Oskar Lind',
    ],
  ],
  [
    'onboard',
    'Onboard Experience',
    'passenger',
    'Seats, announcements and the portal in the train.',
    60,
    [
      'Sofia Marques',
      'Ben Achterberg',
      'Yuki Tanabe',
      'Nadia Petrova',
      'Luca Steiner',
    ],
  ],
  [
    'freight-booking',
    'Freight Booking',
    'freight',
    'Quotes and consignments for our customers.',
    120,
    [
      'Marta Kowalczyk',
      'Emre Aydin',
      'Johanna Salo',
      'Piotr Nowak',
      'Ines Carvalho',
    ],
  ],
  [
    'yard-operations',
    'Yard Operations',
    'freight',
    'Shunting plans and wagon tracking.',
    120,
    [
      'Viktor Hansson',
      'Aylin Demir',
      'Georg Pichler',
      'Rosa Jimenez',
      'Karel Dvorak',
    ],
  ],
  [
    'customs',
    'Customs & Corridors',
    'freight',
    'Papers and rules for trains that cross borders.',
    120,
    [
      'Elena Popescu',
      'Matteo Ricci',
      'Hanna Virtanen',
      'Bogdan Ilic',
      'Claire Dubois',
    ],
  ],
  [
    'signalling-data',
    'Signalling Data',
    'infrastructure',
    'Models and feeds of signals and track.',
    0,
    [
      'Ruth Abernathy',
      'Samuel Osei',
      'Ingrid Bakke',
      'Paul Renner',
      'Farah Siddiqui',
    ],
  ],
  [
    'asset-health',
    'Asset Health',
    'infrastructure',
    'Sensors and inspections that find wear early.',
    0,
    [
      'Gareth Llewellyn',
      'Nora Lindgren',
      'Abdul Rahimi',
      'Julia Novakova',
      'Tim Vandenberg',
    ],
  ],
  [
    'energy',
    'Traction Energy',
    'infrastructure',
    'Metering and forecasting of traction power.',
    0,
    [
      'Maeve Gallagher',
      'Stefan Kraus',
      'Leila Farouk',
      'Hugo Lefevre',
      'Anna Sorensen',
    ],
  ],
  [
    'developer-experience',
    'Developer Experience',
    'platform',
    'Paved roads for every engineer; home of the InnerSource program office.',
    60,
    [
      'Nils Aaltonen',
      'Camille Rousseau',
      'Dmitri Volkov',
      'Grace Mwangi',
      'Florian Keller',
    ],
  ],
  [
    'data-platform',
    'Data Platform',
    'platform',
    'Events, schemas and the lakehouse.',
    60,
    [
      'Katarina Horvat',
      'Owen Pritchard',
      'Sanna Koskinen',
      'Rafael Mendes',
      'Zoe Papadakis',
    ],
  ],
  [
    'identity-access',
    'Identity & Access',
    'platform',
    'Who may do what, for people and for services.',
    60,
    [
      'Andreas Vogel',
      'Bianca Torres',
      'Marek Sykora',
      'Ida Christensen',
      'Theo Laurent',
    ],
  ],
];

/** People whose commits carry two addresses: an earlier company's, or their own. */
const SECOND_ADDRESSES: Record<string, string> = {
  'marta-kowalczyk': 'm.kowalczyk@borealis-cargo.example',
  'viktor-hansson': 'viktor@hansson.example',
  'grace-mwangi': 'grace.mwangi@users.noreply.github.com',
  'daniel-okafor': 'daniel.okafor@trackwise.example',
  'ruth-abernathy': 'ruth@abernathy.example',
  'owen-pritchard': 'opritchard@meridian-rail.example',
};

/** Of these second addresses the ones that are known to GitHub, too. */
export const LINKED_SECOND_ADDRESSES: ReadonlySet<string> = new Set([
  'viktor@hansson.example',
  'opritchard@meridian-rail.example',
]);

export const TEAMS: readonly DemoTeam[] = TEAM_LIST.map(
  ([name, title, division, description, offset, people]) => ({
    name,
    title,
    division,
    description,
    members: people.map(person => {
      const login = person.toLowerCase().replace(/[^a-z]+/g, '-');
      const secondEmail = SECOND_ADDRESSES[login];
      return {
        login,
        name: person,
        email: `${login.replace('-', '.')}@meridian-rail.example`,
        team: name,
        offset,
        ...(secondEmail && { secondEmail }),
      };
    }),
  }),
);

/** People whom the catalog does not know: a contractor, a former colleague, a visitor. */
export const STRANGERS: readonly Participant[] = [
  {
    login: 'kovacs-consulting',
    name: 'Bela Kovacs',
    email: 'bela@kovacs-consulting.example',
    offset: 60,
  },
  {
    login: 'aretha-lindqvist',
    name: 'Aretha Lindqvist',
    email: 'aretha.lindqvist@meridian-rail.example',
    offset: 60,
  },
  {
    login: 'signalbox42',
    name: 'Signalbox',
    email: 'signalbox42@users.noreply.github.com',
    offset: -300,
  },
];

/** Somebody whose account was deleted. */
export const DELETED: Participant = {
  login: null,
  name: 'Rune Dahl',
  email: 'rune.dahl@meridian-rail.example',
  offset: 60,
};

export const DEPENDABOT: Participant = {
  login: 'dependabot',
  name: 'dependabot[bot]',
  email: '49699333+dependabot[bot]@users.noreply.github.com',
  offset: 0,
  bot: true,
};

export const RENOVATE: Participant = {
  login: 'renovate',
  name: 'renovate[bot]',
  email: '29139614+renovate[bot]@users.noreply.github.com',
  offset: 0,
  bot: true,
};

/** Finds a team by its name. */
export function teamOf(name: string): DemoTeam {
  const team = TEAMS.find(item => item.name === name);
  if (!team) {
    throw new Error(`There is no team '${name}' in the demo company`);
  }
  return team;
}
