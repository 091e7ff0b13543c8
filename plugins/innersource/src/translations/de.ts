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

const messages = {
  'card.title': 'InnerSource-Reife',
  'card.allChecks': 'Alle Prüfungen',
  'card.remediesTitle': 'Nächste Schritte',
  'card.nothingToDo': 'Alle Prüfungen, die möglich waren, sind bestanden.',
  'tab.title': 'InnerSource',
  'readiness.label': 'Reife',
  'readiness.outOf': 'von 100',
  'readiness.ring': 'Reife {{score}} von 100, Note {{grade}}',
  'readiness.ringWithoutScore': 'Noch kein Reifewert',
  'readiness.withoutScore': 'Kein Wert',
  'readiness.withoutScoreHint':
    'Keine der Prüfungen ließ sich entscheiden, daher gibt es keinen Wert. Öffnen Sie eine Prüfung, um zu sehen, was sie nicht lesen konnte.',
  'readiness.coverage':
    'Beruht auf {{percent}} des Gewichts aller anwendbaren Prüfungen',
  'grade.label': 'Note {{grade}}',
  'grade.none': 'Keine Note',
  'delta.up_one': 'Plus {{points}} seit gestern',
  'delta.up_other': 'Plus {{points}} in {{count}} Tagen',
  'delta.down_one': 'Minus {{points}} seit gestern',
  'delta.down_other': 'Minus {{points}} in {{count}} Tagen',
  'delta.same_one': 'Unverändert seit gestern',
  'delta.same_other': 'Unverändert seit {{count}} Tagen',
  'delta.first': 'Heute zum ersten Mal ausgewertet',
  'points.gain': '+{{points}} Punkte',
  'points.gainOne': '+1 Punkt',
  'category.discoverable': 'Auffindbar',
  'category.understandable': 'Verständlich',
  'category.contributable': 'Offen für Beiträge',
  'category.governed': 'Geregelt',
  'category.responsive': 'Reaktionsschnell',
  'category.reusable': 'Wiederverwendbar',
  'category.barLabel': '{{category}}: {{score}} von 100',
  'category.barLabelUnknown': '{{category}}: nicht bekannt',
  'category.unknown': 'nicht bekannt',
  'category.passed': '{{passed}} von {{conclusive}} bestanden',
  'category.undecided_one': '{{count}} nicht entschieden',
  'category.undecided_other': '{{count}} nicht entschieden',
  'level.issues-welcome': 'Issues willkommen',
  'level.contributions-welcome': 'Beiträge willkommen',
  'level.shared-write-access': 'Geteiltes Schreibrecht',
  'level.shared-ownership': 'Geteilte Verantwortung',
  'level.label': 'Governance-Stufe',
  'level.declaredByAnnotation': 'im Katalog angegeben',
  'level.declaredByMetadata': 'in innersource.json angegeben',
  'level.declaredByDefault': 'Vorgabe dieses Portals',
  'activity.label': 'Aktivität',
  'activity.extremely-high': 'Außerordentlich hoch',
  'activity.very-high': 'Sehr hoch',
  'activity.high': 'Hoch',
  'activity.moderate': 'Mittel',
  'activity.low': 'Niedrig',
  'activity.very-low': 'Sehr niedrig',
  'activity.none': 'Keine',
  'activity.unknown': 'Nicht bekannt',
  'activity.score': 'Repository Activity Score {{score}}',
  'summary.label': 'Übersicht',
  'summary.checks': 'Prüfungen',
  'summary.passedChecks': '{{passed}} von {{total}} bestanden',
  'summary.branch': 'Branch',
  'summary.commit': 'Commit',
  'check.status.pass': 'Bestanden',
  'check.status.partial': 'Teilweise',
  'check.status.fail': 'Nicht bestanden',
  'check.status.unknown': 'Nicht bekannt',
  'check.status.not-applicable': 'Nicht anwendbar',
  'check.status.exempt': 'Ausgenommen',
  'check.severity.critical': 'Kritisch',
  'check.severity.high': 'Hoch',
  'check.severity.medium': 'Mittel',
  'check.severity.low': 'Niedrig',
  'check.severity.label': 'Bedeutung: {{severity}}',
  'check.why': 'Warum das wichtig ist',
  'check.evidence': 'Befund',
  'check.noEvidence': 'Dazu ist nichts festgehalten.',
  'check.evidenceLine': 'Zeile {{line}}',
  'check.remedy': 'Was zu tun ist',
  'check.learnMore': 'Mehr dazu',
  'check.guideline': 'Leitlinie',
  'check.template': 'Vorlage für {{path}}',
  'check.copyTemplate': 'Vorlage kopieren',
  'check.copied': 'Kopiert',
  'check.copiedAnnouncement':
    'Die Vorlage für {{path}} ist in der Zwischenablage.',
  'exemption.title': 'Von dieser Prüfung ausgenommen',
  'exemption.expires': 'Bis {{date}}',
  'exemption.permanent': 'Ohne Enddatum',
  'nextGrade.title': 'Note {{grade}} erreichen',
  'nextGrade.intro_one': 'Ein Schritt hebt die Reife von {{from}} auf {{to}}.',
  'nextGrade.intro_other':
    '{{count}} Schritte heben die Reife von {{from}} auf {{to}}.',
  'nextGrade.threshold': 'Note {{grade}} beginnt bei {{threshold}}.',
  'nextGrade.best': 'Das ist die beste Note. Weiter so.',
  'nextGrade.bestTitle': 'Beste Note erreicht',
  'checks.title': 'Prüfungen',
  'checks.filters': 'Prüfungen filtern',
  'checks.failingOnly': 'Nur offene Punkte',
  'checks.category': 'Kategorie',
  'checks.allCategories': 'Alle Kategorien',
  'checks.shown_one': '{{count}} Prüfung angezeigt',
  'checks.shown_other': '{{count}} Prüfungen angezeigt',
  'checks.emptyTitle': 'Hier ist nichts offen',
  'checks.emptyDescription': 'Keine Prüfung passt zu den Filtern.',
  'checks.reset': 'Alle Prüfungen zeigen',
  'trend.title': 'Reife im Zeitverlauf',
  'trend.errorTitle': 'Der Verlauf der Reife ließ sich nicht laden',
  'trend.empty':
    'Es gibt noch keinen Verlauf. An jedem Tag, an dem sich die Reife ändert, kommt ein Punkt hinzu.',
  'trend.chartLabel':
    'Reife im Zeitverlauf, von {{from}} am {{fromDate}} bis {{to}} am {{toDate}}',
  'trend.showTable': 'Als Tabelle zeigen',
  'trend.hideTable': 'Tabelle ausblenden',
  'trend.date': 'Datum',
  'trend.readiness': 'Reife',
  'trend.grade': 'Note',
  'trend.rangeLabel': 'Zeitraum',
  'trend.days30': '30 Tage',
  'trend.days90': '90 Tage',
  'trend.days365': '1 Jahr',
  'freshness.evaluated': 'Ausgewertet {{time}}',
  'freshness.next': 'Nächste Auswertung {{time}}',
  'freshness.nextDue': 'Die nächste Auswertung steht an',
  'freshness.justNow': 'gerade eben',
  'freshness.never': 'Noch nicht ausgewertet',
  'freshness.staleTitle': 'Veraltet seit {{time}}',
  'freshness.staleExplanation':
    'Angezeigt wird die letzte erfolgreiche Auswertung. Die neueste ist fehlgeschlagen:',
  'freshness.attempts_one': 'Bisher {{count}} Versuch.',
  'freshness.attempts_other': 'Bisher {{count}} Versuche.',
  'freshness.nextAttempt': 'Nächster Versuch {{time}}.',
  'refresh.action': 'Jetzt auswerten',
  'refresh.queued': 'In der Warteschlange',
  'refresh.queuedAt': 'In der Warteschlange auf Platz {{position}}',
  'refresh.evaluating': 'Wird ausgewertet…',
  'refresh.notAllowed':
    'Sie dürfen für diese Entität keine Auswertung starten. Wenden Sie sich an das zuständige Team oder die Backstage-Administration.',
  'refresh.failed': 'Die Auswertung ließ sich nicht starten: {{message}}',
  'refresh.done': 'Ausgewertet: Reife {{score}}, Note {{grade}}.',
  'refresh.doneWithoutScore': 'Ausgewertet. Es gibt keinen Wert.',
  'refresh.doneFailed': 'Die Auswertung ist fehlgeschlagen: {{message}}',
  'failure.not-found':
    'Das Repository gibt es nicht, oder das Portal darf es nicht sehen.',
  'failure.unauthorized':
    'Die Zugangsdaten des Portals für den Host fehlen oder sind falsch.',
  'failure.timeout': 'Das Lesen des Repositorys hat zu lange gedauert.',
  'failure.rate-limited':
    'Der Host nimmt vorerst keine weiteren Anfragen an. Das Lesen geht später von selbst weiter.',
  'failure.too-large': 'Das Repository ist größer als erlaubt.',
  'failure.local':
    'Der Rechner, auf dem das Portal läuft, konnte das Repository nicht lesen.',
  'failure.rejected':
    'Die Konfiguration des Portals erlaubt es nicht, diese Adresse zu lesen.',
  'failure.unavailable': 'Der Host konnte nicht antworten.',
  'failure.internal':
    'Im Plugin ist ein Fehler aufgetreten; die Ursache steht im Protokoll des Backends.',
  'error.network':
    'Das Backend ist nicht erreichbar. Prüfen Sie die Netzwerkverbindung und versuchen Sie es noch einmal.',
  'error.unauthenticated':
    'Sie sind nicht mehr angemeldet. Laden Sie die Seite neu.',
  'error.notAllowed':
    'Dazu fehlt Ihnen die Berechtigung. Wenden Sie sich an Ihre Backstage-Administration.',
  'error.notFound':
    'Unter dieser Adresse gibt es nichts mehr. Laden Sie die Seite neu.',
  'error.tooMany':
    'Zu viele Anfragen. Warten Sie eine Minute und versuchen Sie es noch einmal.',
  'error.backend':
    'Im Backend ist ein Fehler aufgetreten. Versuchen Sie es noch einmal; tritt er erneut auf, steht die Ursache im Protokoll des Backends.',
  'error.other':
    'Ein unerwarteter Fehler ist aufgetreten. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'error.details': 'Meldung des Backends:',
  'state.loading': 'Die InnerSource-Reife wird geladen',
  'state.pendingTitle': 'Wartet auf die erste Auswertung',
  'state.pendingDescription':
    'Diese Seite aktualisiert sich von selbst, sobald das Repository gelesen ist.',
  'state.pendingPosition': 'Platz {{position}} in der Warteschlange.',
  'state.evaluatingTitle': 'Wird zum ersten Mal ausgewertet',
  'state.evaluatingDescription':
    'Das Repository wird gelesen. Diese Seite aktualisiert sich von selbst.',
  'state.noSourceTitle': 'Kein Repository zum Auswerten',
  'state.noSourceDescription':
    'Diese Entität sagt nicht, wo ihr Quellcode liegt. Ergänzen Sie in ihrer catalog-info.yaml diese Annotation mit der Adresse Ihres Repositorys:',
  'state.failedTitle': 'Das Repository ließ sich nicht auswerten',
  'state.failedSince': 'Das schlägt seit {{time}} fehl.',
  'state.noPermissionTitle': 'Das dürfen Sie nicht sehen',
  'state.noPermissionDescription':
    'Bitten Sie Ihre Backstage-Administration um die Berechtigung, diese Katalog-Entität zu lesen.',
  'state.notFoundTitle': 'Wird hier nicht ausgewertet',
  'state.notFoundDescription':
    'Das InnerSource-Backend kennt diese Entität nicht. Gerade erst registrierte Entitäten erscheinen nach dem nächsten Abgleich mit dem Katalog; andernfalls fragen Sie Ihre Backstage-Administration, welche Arten von Entitäten ausgewertet werden.',
  'state.errorTitle': 'Die InnerSource-Reife ließ sich nicht laden',
  'state.retry': 'Noch einmal versuchen',
  'page.title': 'InnerSource',
  'page.discover': 'Entdecken',
  'discover.searchLabel': 'Projekte suchen',
  'discover.searchPlaceholder': 'Titel, Topic, Kenntnis, Sprache, Team …',
  'discover.orderLabel': 'Sortieren nach',
  'discover.order.activity': 'Aktivste zuerst',
  'discover.order.-readiness': 'Reife, beste zuerst',
  'discover.order.readiness': 'Reife, niedrigste zuerst',
  'discover.order.name': 'Name',
  'discover.order.newest': 'Neueste',
  'discover.order.evaluated': 'Zuletzt ausgewertet',
  'discover.filters': 'Filter',
  'discover.helpWanted': 'Hilfe gesucht',
  'discover.innerSourceOnly': 'Nur InnerSource-Projekte',
  'discover.all': 'Alle Projekte, nicht nur InnerSource',
  'discover.showAll': 'Alle Projekte zeigen',
  'discover.noneJoinedTitle': 'Noch keine InnerSource-Projekte',
  'discover.noneJoinedDescription':
    'Ein Projekt kommt hinzu, wenn es das Topic „innersource“ trägt oder eine Governance-Stufe angibt; „Projekt anbieten“ hilft dabei.',
  'discover.answersQuickly_one': 'Antwortet innerhalb von {{count}} Stunde',
  'discover.answersQuickly_other': 'Antwortet innerhalb von {{count}} Stunden',
  'discover.mine': 'Meine Sprachen und Kenntnisse',
  'discover.order.most-helped': 'Am meisten Hilfe anderer Teams',
  'discover.order.fastest-answers': 'Schnellste Antworten',
  'discover.facet.contribution': 'Hilfe gesucht bei',
  'discover.facet.division': 'Bereich',
  'discover.facet.label': 'Label',
  'discover.table': 'Als Tabelle zeigen',
  'discover.cards': 'Als Karten zeigen',
  'discover.answersIn': 'Antwortet in {{time}}',
  'page.helpWanted': 'Hilfe gesucht',
  'catalog.innerSource': 'InnerSource-Projekte',
  'helpWanted.searchLabel': 'Einsteiger-Issues suchen',
  'helpWanted.searchPlaceholder': 'Titel, Label, Kenntnis, Projekt …',
  'helpWanted.order.newest': 'Neueste',
  'helpWanted.order.oldest': 'Älteste',
  'helpWanted.order.fewest-comments': 'Wenigste Kommentare',
  'helpWanted.found_one': '{{count}} Einsteiger-Issue',
  'helpWanted.found_other': '{{count}} Einsteiger-Issues',
  'helpWanted.loading': 'Einsteiger-Issues werden geladen',
  'helpWanted.errorTitle': 'Die Einsteiger-Issues konnten nicht geladen werden',
  'helpWanted.noMatchTitle': 'Kein Einsteiger-Issue passt',
  'helpWanted.emptyTitle': 'Keine Einsteiger-Issues offen',
  'helpWanted.emptyDescription':
    'Issues erscheinen hier, wenn Maintainer sie für Neulinge kennzeichnen, z. B. mit „good first issue“, und niemand sie übernommen hat.',
  'helpWanted.labels': 'Labels',
  'helpWanted.skills': 'Kenntnisse: {{skills}}',
  'helpWanted.effort': 'Aufwand: {{effort}}',
  'helpWanted.opened': 'Eröffnet {{time}}',
  'helpWanted.comments_one': '{{count}} Kommentar',
  'helpWanted.comments_other': '{{count}} Kommentare',
  'panel.close': 'Schließen',
  'panel.contribute': 'Mitmachen',
  'panel.docs': 'Dokumentation',
  'panel.guide': 'Leitfaden für Beiträge',
  'panel.repository': 'Repository',
  'panel.entityPage': 'Katalogeintrag öffnen',
  'panel.about': 'Was und warum',
  'panel.noDescription': 'Das Projekt beschreibt sich noch nicht.',
  'panel.wanted': 'Hilfe gesucht',
  'panel.contributions': 'Gesuchte Beiträge',
  'panel.anyHelp': 'Beliebige',
  'panel.start': 'So geht es los',
  'panel.noStart':
    'Aus der Dokumentation geht nicht hervor, wie man anfängt. Fragen Sie die Zuständigen oder eröffnen Sie ein Issue.',
  'panel.way.readme-getting-started': 'Ausprobieren',
  'panel.way.build-and-test': 'Bauen und testen',
  'panel.way.submit-change': 'Änderung einreichen',
  'panel.way.help-channel': 'Fragen',
  'panel.way.response-target': 'Antwort',
  'panel.committers': 'Trusted Committer',
  'panel.answers': 'Antworten an andere Teams',
  'panel.median_one':
    'Median der Zeit bis zur ersten Antwort: {{time}}, über {{count}} Änderungsantrag anderer Teams binnen eines Jahres.',
  'panel.median_other':
    'Median der Zeit bis zur ersten Antwort: {{time}}, über {{count}} Änderungsanträge anderer Teams binnen eines Jahres.',
  'panel.noAnswers':
    'Binnen eines Jahres wurde kein Änderungsantrag eines anderen Teams beantwortet.',
  'panel.readinessMeaning':
    'Wie gut das Projekt auf Beiträge anderer Teams vorbereitet ist. Sein InnerSource-Reiter im Katalog erklärt jeden Punkt.',
  'panel.activityMeaning':
    'Sterne, Forks, offene Issues, jüngste Commits und Dokumentation zusammen; sie ordnet Projekte und beurteilt sie nicht.',
  'panel.strip_one':
    '{{commits}} Commit, in {{active}} der letzten {{weeks}} Wochen',
  'panel.strip_other':
    '{{commits}} Commits, in {{active}} der letzten {{weeks}} Wochen',
  'panel.stripWeek_one': '{{count}} Commit {{week}}',
  'panel.stripWeek_other': '{{count}} Commits {{week}}',
  'panel.yearAgo': 'Vor einem Jahr',
  'panel.thisWeek': 'Diese Woche',
  'table.label': 'Projekte',
  'table.project': 'Projekt',
  'table.starterIssues': 'Einsteiger-Issues',
  'table.outside': 'Hilfe von anderen',
  'table.firstResponse': 'Erste Antwort',
  'table.lastCommit': 'Letzter Commit',
  'forYou.title': 'Für Sie',
  'forYou.dependency': 'Benutzt von Ihrem Projekt',
  'forYou.stack': 'Sie kennen {{names}}',
  'forYou.hint':
    'Über Ihre Sprachen und Kenntnisse ist noch nichts bekannt. Die Angaben stammen aus Ihren bisherigen Beiträgen und aus Komponenten Ihrer Teams: Prüfen Sie, ob Ihr Eintrag im Katalog zu einem Team gehört und Ihr Konto auf dem Code-Host nennt.',
  'offer.action': 'Projekt anbieten',
  'offer.title': 'Eigenes Projekt anbieten',
  'offer.intro':
    'Tragen Sie ein, was Sie wissen. Die Datei unten gehört in das Wurzelverzeichnis des Repositorys oder in das Verzeichnis der Komponente.',
  'offer.name': 'Titel',
  'offer.motivation': 'Warum mitmachen?',
  'offer.motivationHelp': 'Ein, zwei Sätze. Sie stehen auf der Karte.',
  'offer.contributions': 'Gesuchte Beiträge',
  'offer.kind.Bugfixes': 'Fehlerbehebungen',
  'offer.kind.Features': 'Funktionen',
  'offer.kind.Documentation': 'Dokumentation',
  'offer.kind.Tests': 'Tests',
  'offer.kind.Infrastructure': 'Infrastruktur',
  'offer.kind.Translations': 'Übersetzungen',
  'offer.skills': 'Kenntnisse',
  'offer.skillsHelp': 'Durch Kommas getrennt, z. B. React, Go, Texte schreiben',
  'offer.docs': 'Adresse der Dokumentation',
  'offer.docsWrong':
    'Geben Sie eine vollständige Adresse an, die mit https:// beginnt',
  'offer.noLevel': 'Nicht angegeben',
  'offer.next':
    'Committen Sie die Datei und geben Sie dem Repository das Topic innersource. Das Projekt erscheint hier nach seiner nächsten Auswertung.',
  'offer.close': 'Schließen',
  'export.action': 'Exportieren',
  'export.file.csv': 'Tabelle (CSV)',
  'export.file.portal': 'SAP-Projektportal (repos.json)',
  'export.failed': 'Die Datei konnte nicht erstellt werden: {{message}}',
  'home.title': 'InnerSource',
  'home.discover': 'Projekte entdecken',
  'home.newProjects': 'Neue Projekte',
  'home.allNew': 'Alle Projekte, neueste zuerst',
  'home.allHelpWanted': 'Alle Einsteiger-Issues',
  'home.nothingForYou':
    'Über Ihre Sprachen und Kenntnisse ist noch nichts bekannt.',
  'home.noProjects': 'Noch keine InnerSource-Projekte.',
  'search.project': 'InnerSource-Projekt',
  'search.helpWanted': 'Einsteiger-Issue',
  'search.projects': 'InnerSource-Projekte',
  'search.helpWantedIssues': 'Einsteiger-Issues',
  'discover.facet.owner': 'Zuständig',
  'discover.facet.language': 'Sprache',
  'discover.facet.topic': 'Topic',
  'discover.facet.skill': 'Kenntnisse',
  'discover.facet.grade': 'Note',
  'discover.facet.level': 'Governance-Stufe',
  'discover.facet.showAll': 'Alle {{total}} zeigen',
  'discover.facet.showFewer': 'Weniger zeigen',
  'discover.reset': 'Filter zurücksetzen',
  'discover.found_one': '{{count}} Projekt',
  'discover.found_other': '{{count}} Projekte',
  'discover.showMore': 'Mehr zeigen',
  'discover.loading': 'Die Projekte werden geladen',
  'discover.errorTitle': 'Die Projekte ließen sich nicht laden',
  'discover.catalogUnread': 'Der Katalog ist noch nicht gelesen',
  'discover.growing':
    'Projekte erscheinen und bekommen ihre Noten, sobald sie ausgewertet sind. Diese Seite aktualisiert sich von selbst.',
  'discover.emptyTitle': 'Noch keine Projekte',
  'discover.emptyDescription':
    'Projekte erscheinen hier, sobald der Katalog Entitäten mit Quellcode-Adresse enthält und deren Repositorys gelesen sind.',
  'discover.noMatchTitle': 'Kein Projekt passt',
  'discover.noMatchDescription':
    'Versuchen Sie es mit weniger Wörtern oder Filtern.',
  'discover.starterIssues_one': '{{count}} Einsteiger-Issue',
  'discover.starterIssues_other': '{{count}} Einsteiger-Issues',
  'discover.lastCommit': 'Letzter Commit {{time}}',
  'discover.archived': 'Archiviert',
  'discover.activity': 'Aktivität: {{label}}',
  'discover.skills': 'Gesuchte Kenntnisse',
  'contributions.views': 'Ansichten',
  'contributions.viewReadiness': 'Reife',
  'contributions.viewContributions': 'Beiträge',
  'contributions.window': 'Zeitraum',
  'contributions.days90': '90 Tage',
  'contributions.days365': '365 Tage',
  'contributions.period': '{{from}} bis {{to}}',
  'contributions.updated': 'Gelesen {{time}}',
  'contributions.loading': 'Beiträge werden geladen',
  'contributions.errorTitle': 'Die Beiträge konnten nicht geladen werden',
  'contributions.pendingTitle': 'Die Beiträge wurden noch nicht gelesen',
  'contributions.pendingDescription':
    'Sie werden nach und nach gelesen, die neuesten zuerst. Diese Seite aktualisiert sich von selbst.',
  'contributions.reading.title':
    'Die Beiträge von {{read}} von {{projects}} Projekten sind bisher gelesen',
  'contributions.reading.growing':
    'Die Zahlen wachsen, bis alle gelesen sind. Diese Seite aktualisiert sich von selbst.',
  'contributions.reading.othersFail':
    'Die Repositorys der übrigen lassen sich zurzeit nicht lesen. Sie werden von selbst erneut versucht.',
  'contributions.reading.noneYours':
    'Keiner davon ließ sich bisher Ihnen zuordnen. Diese Seite aktualisiert sich von selbst.',
  'contributions.reading.failedTitle':
    'Beiträge konnten noch nicht gelesen werden',
  'contributions.reading.failedDescription':
    'Das Lesen scheitert zurzeit. Es wird von selbst erneut versucht.',
  'contributions.reading.noProjectsTitle': 'Es gibt keine Beiträge zu lesen',
  'contributions.reading.noProjectsDescription':
    'Hier ist kein Projekt bekannt, dessen Beiträge sich lesen lassen. Was im Katalog neu ist, wird in wenigen Minuten gefunden.',
  'contributions.emptyTitle': 'Keine Beiträge in diesem Zeitraum',
  'contributions.emptyDescription':
    'Zwischen {{from}} und {{to}} wurde nichts gemergt, committet, begutachtet oder gemeldet. Versuchen Sie es mit einem längeren Zeitraum.',
  'contributions.csv': 'CSV herunterladen',
  'contributions.csvOf': 'CSV herunterladen: {{title}}',
  'contributions.csvFailed':
    'Die Datei konnte nicht erstellt werden. {{message}}',
  'contributions.definition': 'Definition',
  'contributions.definitionOf': 'Definition: {{title}}',
  'contributions.none': 'Keine',
  'contributions.notKnown': 'Nicht bekannt',
  'contributions.relation.own': 'Eigenes Team',
  'contributions.relation.other': 'Andere Teams',
  'contributions.relation.unknown': 'Unbekannt',
  'contributions.relation.bot': 'Bots',
  'contributions.kind.change-request': 'Änderungsanträge',
  'contributions.kind.commit': 'Commits',
  'contributions.kind.review': 'Reviews',
  'contributions.kind.issue': 'Issues',
  'contributions.kindLabel': 'Art des Beitrags',
  'contributions.mergedLabel': 'Gemergte Änderungsanträge',
  'contributions.noOwnerTitle': 'Kein zuständiges Team',
  'contributions.noOwnerDescription':
    'Ohne Eigentümer gehört niemand zum eigenen Team; es gibt weder Anteil noch Distanz. Setzen Sie spec.owner in der catalog-info.yaml.',
  'contributions.unknownTitle':
    '{{percent}} der Beiträge lassen sich keinem Team zuordnen',
  'contributions.unknownDescription':
    'Die Zahlen unten können ganz anders aussehen, sobald diese Personen zugeordnet sind. Bitten Sie sie, ihren Login an ihrer User-Entität zu ergänzen, oder Ihre Backstage-Administration, Identitäten zu konfigurieren.',
  'contributions.unknownHow': 'Wie Personen zugeordnet werden',
  'contributions.gitAloneTitle': 'Nur aus Git gelesen',
  'contributions.gitAloneDescription':
    'Commits stehen für Änderungsanträge, und Antwortzeiten sind nicht bekannt: {{reason}}',
  'contributions.figures': 'Kennzahlen',
  'contributions.share': 'InnerSource-Anteil',
  'contributions.shareUnknown': 'Team unbekannt: {{percent}}',
  'contributions.shareNone': 'Kein Beitrag des eigenen oder anderer Teams',
  'contributions.outside': 'Beitragende von außen',
  'contributions.outsideNote': '{{fresh}} neu, {{returning}} wiederkehrend',
  'contributions.teamsCount': 'Beitragende Teams',
  'contributions.elephant': 'Elefantenfaktor {{factor}}',
  'contributions.firstResponse': 'Erste Antwort an Außenstehende',
  'contributions.firstResponseOwn': 'Eigenes Team: {{time}}',
  'contributions.firstResponseNone':
    'Kein Änderungsantrag anderer Teams wurde beantwortet',
  'contributions.absence': 'Contributor Absence Factor',
  'contributions.absenceNote_one':
    '{{count}} Person leistet mehr als die Hälfte der Beiträge',
  'contributions.absenceNote_other':
    '{{count}} Personen leisten mehr als die Hälfte der Beiträge',
  'contributions.activityScore': 'Repository Activity Score',
  'contributions.monthsTitle': 'Beiträge nach Monat',
  'contributions.monthsChart':
    '{{kind}} nach Monat und Beziehung, {{from}} bis {{to}}',
  'contributions.monthsFinding':
    '{{other}} von {{total}} kamen zwischen {{from}} und {{to}} von anderen Teams, ohne Bots.',
  'contributions.monthsNone':
    'Zwischen {{from}} und {{to}} kam keiner von Menschen.',
  'contributions.caveatUnknown_one':
    '{{count}} lässt sich keinem Team zuordnen und kann vom eigenen oder von anderen stammen.',
  'contributions.caveatUnknown_other':
    '{{count}} lassen sich keinem Team zuordnen und können vom eigenen oder von anderen stammen.',
  'contributions.caveatCommits':
    'Commits hängen von Gewohnheiten wie Squashing ab: Vergleichen Sie Projekte nicht danach.',
  'contributions.caveatKinds':
    'Dieselbe Arbeit erscheint als Änderungsantrag und als Commit: Addieren Sie die Arten nicht.',
  'contributions.month': 'Monat',
  'contributions.teamsTitle': 'Beitragende Teams',
  'contributions.teamsFinding_one':
    '{{count}} Team hat beigetragen, davon {{other}} von außen.',
  'contributions.teamsFinding_other':
    '{{count}} Teams haben beigetragen, davon {{other}} von außen.',
  'contributions.teamsCaveatOne':
    'Ein Team leistet mehr als die Hälfte der Beiträge.',
  'contributions.teamsCaveatUnknown':
    'Personen mit unbekanntem Team stehen in keiner Zeile.',
  'contributions.teamsCaveatSmall':
    'Teams, die zu klein sind, um genannt zu werden, bilden zusammen eine Zeile.',
  'contributions.teamsEmpty': 'Von keinem Team ist ein Beitrag bekannt.',
  'contributions.smallTeams_one': '{{count}} nicht genanntes Team',
  'contributions.smallTeams_other': '{{count}} nicht genannte Teams',
  'contributions.distanceOf': 'Distanz {{distance}}',
  'contributions.ownTeam': 'eigenes Team',
  'contributions.showAllTeams': 'Alle {{total}} zeigen',
  'contributions.showFewerTeams': 'Weniger zeigen',
  'contributions.team': 'Team',
  'contributions.relationColumn': 'Beziehung',
  'contributions.distance': 'Distanz',
  'contributions.contributionsColumn': 'Beiträge',
  'contributions.distanceTitle': 'Distanz der Beiträge',
  'contributions.distanceFinding':
    'Median der Distanz: {{median}}; {{far}} von {{total}} kamen von Teams, die zwei oder mehr Ebenen entfernt sind.',
  'contributions.distanceCaveat':
    'Hängt davon ab, wie fein Gruppen geschachtelt sind: Vergleichen Sie nur Projekte dieser Organisation.',
  'contributions.distanceEmpty': 'Es ist keine Distanz bekannt.',
  'contributions.levels0': '0: eigenes Team',
  'contributions.levels_one': '{{count}} Ebene entfernt',
  'contributions.levels_other': '{{count}} Ebenen entfernt',
  'contributions.responseTitle': 'Antwortzeiten',
  'contributions.responseSlower':
    'Andere Teams warten länger auf eine erste Antwort als das eigene: {{other}} statt {{own}} (Median).',
  'contributions.responseFaster':
    'Andere Teams warten nicht länger auf eine erste Antwort als das eigene: {{other}}, eigenes Team {{own}} (Median).',
  'contributions.responseOtherOnly':
    'Andere Teams warten {{other}} auf eine erste Antwort (Median).',
  'contributions.responseNone':
    'In diesem Zeitraum wurde kein Änderungsantrag anderer Teams beantwortet.',
  'contributions.unansweredCaveat_one':
    '{{count}} offener Änderungsantrag anderer Teams hat keine Antwort und ist in keiner Zahl hier.',
  'contributions.unansweredCaveat_other':
    '{{count}} offene Änderungsanträge anderer Teams haben keine Antwort und sind in keiner Zahl hier.',
  'contributions.fewCaveat_one':
    'Nur {{count}} Antwort an andere Teams: Eine einzige verschiebt diese Zahlen.',
  'contributions.fewCaveat_other':
    'Nur {{count}} Antworten an andere Teams: Eine einzige verschiebt diese Zahlen.',
  'contributions.nightsCaveat': 'Nächte und Wochenenden zählen mit.',
  'contributions.responseUnknown':
    'Antwortzeiten sind nicht bekannt: {{reason}}',
  'contributions.timeToFirstResponse': 'Zeit bis zur ersten Antwort',
  'contributions.timeToMerge': 'Zeit bis zum Merge',
  'contributions.medianAndP90':
    '{{median}}, 90 % binnen {{p90}} (von {{total}})',
  'contributions.medianMark': 'Voller Balken: Median',
  'contributions.p90Mark': 'Umriss: 90. Perzentil',
  'contributions.measure': 'Maß',
  'contributions.count': 'Anzahl',
  'contributions.medianHours': 'Median (Stunden)',
  'contributions.p90Hours': '90. Perzentil (Stunden)',
  'contributions.outcomeTitle': 'Ausgang der Änderungsanträge',
  'contributions.outcomeKeepsUp':
    'Es werden etwa so viele Änderungsanträge geschlossen wie gestellt.',
  'contributions.outcomeGrows':
    'Der Rückstand wächst: {{closed}} geschlossen, {{opened}} gestellt.',
  'contributions.outcomeShrinks':
    'Der Rückstand schrumpft: {{closed}} geschlossen, {{opened}} gestellt.',
  'contributions.outcomeNone':
    'In diesem Zeitraum wurde kein Änderungsantrag gestellt.',
  'contributions.outcomeCaveat':
    'Massenhaftes Schließen verbessert das Verhältnis, ohne jemandem zu helfen. Bots sind ausgenommen.',
  'contributions.closureRatio': 'Abschlussquote',
  'contributions.acceptanceRatio': 'Annahmequote',
  'contributions.selfMergeRate': 'Selbst-Merge-Quote',
  'contributions.opened': 'Gestellt',
  'contributions.merged': 'Gemergt',
  'contributions.declined': 'Ohne Merge geschlossen',
  'contributions.openNow': 'Jetzt offen',
  'contributions.value': 'Wert',
  'contributions.usageTitle': 'Benutzt von',
  'contributions.usageFinding_one':
    '{{count}} Katalog-Entität benutzt das Projekt; Teams außer dem eigenen: {{other}}.',
  'contributions.usageFinding_other':
    '{{count}} Katalog-Entitäten benutzen das Projekt; Teams außer dem eigenen: {{other}}.',
  'contributions.usageCaveat':
    'Nur so vollständig wie die Beziehungen im Katalog.',
  'contributions.usageEmpty':
    'Keine Katalog-Entität hängt vom Projekt ab oder nutzt seine APIs.',
  'contributions.usageUnknown':
    'Wer das Projekt benutzt, ist nicht bekannt: {{reason}}',
  'contributions.contributesToo': 'trägt auch bei',
  'contributions.dependents': 'Entitäten',
  'contributions.newcomersTitle': 'Neue und wiederkehrende Beitragende',
  'contributions.newcomersFinding':
    'Beitragende von außen: {{total}}, davon {{fresh}} neu und {{returning}} wiederkehrend.',
  'contributions.newcomersNone':
    'In diesem Zeitraum hat niemand aus anderen Teams beigetragen.',
  'contributions.newcomersCaveat':
    'Neu heißt: seit {{from}}, dem Beginn der hier aufbewahrten Historie, noch nicht in Erscheinung getreten.',
  'contributions.freshMark': 'Voller Balken: neu',
  'contributions.allMark': 'Umriss: alle',
  'contributions.freshColumn': 'Neu',
  'contributions.returningColumn': 'Wiederkehrend',
  'contributions.people': 'Personen',
  'contributions.peopleTitle': 'Personen',
  'contributions.peopleHidden': 'Dieses Portal nennt niemanden.',
  'contributions.peopleSelf': 'Hier sehen alle nur ihre eigenen Beiträge.',
  'contributions.peopleSelfNone':
    'Sie haben in diesem Zeitraum nicht beigetragen, oder Ihre Beiträge konnten Ihnen nicht zugeordnet werden.',
  'contributions.peopleNamed':
    'Nach Namen geordnet, nicht nach Zahl: Diese Werte sind nicht dazu da, Menschen zu vergleichen.',
  'contributions.peopleNamedNone':
    'In diesem Zeitraum hat niemand beigetragen.',
  'contributions.peopleCaveat':
    'Wer mehrere Identitäten hat, zählt einmal; gemeinsam verfasste Commits zählen für alle Beteiligten.',
  'contributions.person': 'Person',
  'contributions.isNew': 'Neu',
  'contributions.yes': 'ja',
  'contributions.no': 'nein',
  'contributions.teamCardTitle': 'InnerSource',
  'contributions.teamProjects_one': '{{count}} Projekt',
  'contributions.teamProjects_other': '{{count}} Projekte',
  'contributions.teamProjectsNone':
    'Dieses Team hat kein Projekt, das Sie sehen dürfen.',
  'contributions.given': 'An andere Teams gegeben',
  'contributions.received': 'Von anderen Teams erhalten',
  'contributions.givenHidden':
    'Nicht angezeigt: Das Team ist so klein, dass einzelne Personen erkennbar wären.',
  'contributions.byPeople_one': 'Beiträge von {{count}} Person',
  'contributions.byPeople_other': 'Beiträge von {{count}} Personen',
  'contributions.receivedShare': '{{percent}} der Arbeit an seinen Projekten',
  'contributions.teamsHelped': 'Unterstützte Teams',
  'contributions.teamsHelping': 'Unterstützende Teams',
  'contributions.givenColumn': 'Gegeben',
  'contributions.receivedColumn': 'Erhalten',
  'contributions.moreTeams_one': 'und {{count}} weiteres',
  'contributions.moreTeams_other': 'und {{count}} weitere',
  'contributions.teamFinding':
    '{{given}} gegeben, {{received}} erhalten zwischen {{from}} und {{to}}.',
  'contributions.teamFindingReceived':
    '{{received}} erhalten zwischen {{from}} und {{to}}.',
  'contributions.teamCaveat':
    'Keine Rangliste: Teams haben verschiedene Aufgaben.',
  'contributions.myTitle': 'Meine Beiträge',
  'contributions.mySubtitle':
    'Was Sie zu Projekten anderer Teams beigetragen haben. Nur Sie sehen diese Seite.',
  'contributions.mySignInTitle':
    'Melden Sie sich an, um Ihre Beiträge zu sehen',
  'contributions.mySignInDescription':
    'Diese Seite zeigt die Beiträge angemeldeter Personen. Melden Sie sich mit Ihrem eigenen Konto an, nicht als Gast oder Dienst.',
  'contributions.myUnidentifiedTitle':
    'Ihnen konnte kein Beitrag zugeordnet werden',
  'contributions.myUnidentifiedDescription':
    'Vielleicht haben Sie noch nicht beigetragen. Falls doch, kennt der Katalog Ihren Login nicht: Ergänzen Sie ihn an Ihrer User-Entität {{user}} mit der Annotation Ihres Hosts, oder bitten Sie Ihre Backstage-Administration darum. Frühere Beiträge folgen binnen Minuten.',
  'contributions.discover': 'Ein Projekt zum Mitmachen finden',
  'contributions.myEmpty':
    'Kein Beitrag zu Projekten anderer Teams in diesem Zeitraum.',
  'contributions.myProjects': 'Projekte, zu denen ich beigetragen habe',
  'contributions.myProjectsFinding_one':
    'Sie haben zu {{count}} Projekt anderer Teams beigetragen; unterstützte Teams: {{teams}}.',
  'contributions.myProjectsFinding_other':
    'Sie haben zu {{count}} Projekten anderer Teams beigetragen; unterstützte Teams: {{teams}}.',
  'contributions.myProjectsCaveat':
    'Gemergte Änderungsanträge und gemeinsam verfasste Commits, oder Commits, wo es keine Änderungsanträge gibt; Reviews und Issues stehen oben.',
  'contributions.myMonthsCaveat':
    'Ein Monat zählt, was in ihm gemergt wurde, nicht, woran Sie gearbeitet haben.',
  'contributions.myMonthsFinding_one':
    '{{count}} Code-Beitrag zwischen {{from}} und {{to}}.',
  'contributions.myMonthsFinding_other':
    '{{count}} Code-Beiträge zwischen {{from}} und {{to}}.',
  'contributions.waitingTitle': 'Wartende Änderungsanträge',
  'contributions.waitingFinding_one':
    '{{count}} wartet darauf, gemergt oder geschlossen zu werden; ohne jede Antwort: {{unanswered}}.',
  'contributions.waitingFinding_other':
    '{{count}} warten darauf, gemergt oder geschlossen zu werden; ohne jede Antwort: {{unanswered}}.',
  'contributions.closedFinding_one': '{{merged}} von {{count}} wurde gemergt.',
  'contributions.closedFinding_other':
    '{{merged}} von {{count}} wurden gemergt.',
  'contributions.closedCaveat':
    'Was ohne Merge geschlossen wurde, steht in keiner Zahl von Beiträgen.',
  'contributions.address': 'Adresse',
  'contributions.waitingNone':
    'Keiner Ihrer Änderungsanträge an andere Teams wartet.',
  'contributions.closedTitle': 'Gemergt und geschlossen',
  'contributions.closedNone':
    'In diesem Zeitraum wurde keiner gemergt oder geschlossen.',
  'contributions.changeRequest': 'Änderungsantrag',
  'contributions.untitled': 'Ohne Titel',
  'contributions.project': 'Projekt',
  'contributions.waitsFor': 'Wartet seit',
  'contributions.took': 'Dauerte',
  'contributions.longest': 'am längsten: {{time}}',
  'contributions.answered': 'Beantwortet',
  'contributions.notAnswered': 'noch keine Antwort',
  'contributions.outcome': 'Ergebnis',
  'contributions.state.open': 'Offen',
  'contributions.state.merged': 'Gemergt',
  'contributions.state.closed': 'Ohne Merge geschlossen',
  'contributions.closedOn': 'Am',
  'program.tab': 'Programm',
  'program.noPermissionTitle': 'Die Programmansicht ist für das Programmbüro',
  'program.noPermissionDescription':
    'Sie zeigt Summen über alle Projekte und erfordert die Berechtigung innersource.program.read. Wenden Sie sich an die Administration dieses Portals. Die Zahlen Ihres eigenen Teams finden Sie auf dessen Seite im Katalog.',
  'program.errorTitle': '„{{title}}“ ließ sich nicht laden',
  'program.window': 'Zeitraum',
  'program.days90': 'Letzte 90 Tage',
  'program.days365': 'Letzte 365 Tage',
  'program.period':
    '{{from}} bis {{to}}, verglichen mit ebenso vielen Tagen davor.',
  'program.figures': 'Kennzahlen',
  'program.noProjects': 'Hier gibt es keine Projekte, die Sie sehen dürfen.',
  'program.notKnown': 'Noch ist nichts bekannt.',
  'program.notKnownBefore': 'Noch kein Vergleich.',
  'program.month': 'Monat',
  'program.close': 'Schließen',
  'program.figure.projects': 'Projekte',
  'program.figure.innerSourceProjects': 'InnerSource-Projekte',
  'program.figure.innerSourceProjectShare': 'Anteil an allen Projekten',
  'program.figure.readiness': 'Mittlere Reife',
  'program.figure.innerSourceShare': 'InnerSource-Anteil der Beiträge',
  'program.figure.outsideContributions': 'Beiträge anderer Teams',
  'program.figure.outsideContributors':
    'Personen, die außerhalb ihres Teams beitragen',
  'program.figure.newOutsideContributors': 'Davon zum ersten Mal',
  'program.figure.teamsGiving': 'Gebende Teams',
  'program.figure.teamsReceiving': 'Empfangende Teams',
  'program.figure.firstResponseHours':
    'Median der Zeit bis zur ersten Antwort an andere Teams',
  'program.figure.distance': 'Median der Distanz der Beiträge',
  'program.change.same': 'Wie zuvor',
  'program.change.up': '{{amount}} mehr als zuvor ({{before}})',
  'program.change.down': '{{amount}} weniger als zuvor ({{before}})',
  'program.change.upPoints': '{{amount}} Punkte mehr als zuvor ({{before}})',
  'program.change.downPoints':
    '{{amount}} Punkte weniger als zuvor ({{before}})',
  'program.change.better': '(besser)',
  'program.change.worse': '(schlechter)',
  'program.scope.label': 'Umfang',
  'program.scope.whole': 'Ganze Organisation',
  'program.scope.loading': 'Der Katalog wird durchsucht',
  'program.scope.none': 'Im Katalog passt nichts dazu.',
  'program.scope.open': 'Umfang wählen',
  'program.scope.kind.Group': 'Gruppen',
  'program.scope.kind.Domain': 'Domänen',
  'program.scope.kind.System': 'Systeme',
  'program.report.save': 'Bericht herunterladen',
  'program.report.copy': 'Bericht kopieren',
  'program.report.saved': 'Der Bericht liegt bei Ihren Downloads.',
  'program.report.copied': 'Der Bericht ist in der Zwischenablage.',
  'program.report.failed': 'Der Bericht ließ sich nicht erstellen: {{message}}',
  'program.grades.title': 'Projekte nach Note',
  'program.grades.empty':
    'Noch ist kein Projekt ausgewertet. Noten erscheinen mit den ersten Auswertungen.',
  'program.grades.finding':
    '{{share}} der Projekte haben die Note {{grade}}; im {{month}} waren es {{before}}.',
  'program.grades.findingFirst':
    '{{share}} der Projekte haben die Note {{grade}}.',
  'program.grades.caveat':
    'Stand jeweils am Monatsende. Monate vor der ersten Auswertung bleiben leer, und ein Projekt zählt ab seiner ersten Auswertung.',
  'program.share.title': 'InnerSource-Anteil im Zeitverlauf',
  'program.share.empty':
    'Es wurde noch kein Beitrag von jemandem gelesen, dessen Team im Katalog steht.',
  'program.share.finding':
    'In den letzten drei Monaten kamen {{now}} der Beiträge von anderen Teams; vor einem Jahr waren es {{before}}.',
  'program.share.caveat':
    'Bezogen auf Beiträge, deren Team bekannt ist. Der laufende Monat ist noch nicht zu Ende.',
  'program.share.share': 'InnerSource-Anteil',
  'program.share.other': 'Andere Teams',
  'program.share.own': 'Eigenes Team',
  'program.share.unknown': 'Nicht bekannt',
  'program.flows.title': 'Wer hilft wem',
  'program.flows.level': 'Zeilen und Spalten',
  'program.flows.by.division': 'Nach Bereich',
  'program.flows.by.team': 'Nach Team',
  'program.flows.empty':
    'In diesem Zeitraum gibt es keinen Beitrag von einem Team zu einem anderen.',
  'program.flows.finding':
    'Am meisten fließt von {{from}} zu {{to}}: {{contributions}} von {{total}} Beiträgen.',
  'program.flows.findingWithin':
    'Am meisten fließt zwischen Teams von {{from}}: {{contributions}} von {{total}} Beiträgen.',
  'program.flows.caveat':
    'Code-Beiträge zu Projekten anderer Teams, nach der damaligen Teamzugehörigkeit. Wenige Beiträge sagen wenig über ein Team: Fragen Sie nach, bevor Sie urteilen.',
  'program.flows.unnamed': 'Kleine Teams',
  'program.flows.gridLabel':
    'Beiträge, Gebende in Zeilen und Empfangende in Spalten',
  'program.flows.corner': 'Gebende ↓ / Empfangende →',
  'program.flows.cell': '{{from}} zu {{to}}: {{contributions}}, {{projects}}',
  'program.flows.noCell': '{{from}} zu {{to}}: keine Beiträge',
  'program.flows.cut':
    'Gezeigt sind die {{shown}} stärksten Gebenden und Empfangenden. Die Tabelle enthält alle.',
  'program.flows.from': 'Von',
  'program.flows.to': 'Zu',
  'program.flows.contributions': 'Beiträge',
  'program.flows.projects': 'Projekte',
  'program.flows.dialogTitle': 'Von {{from}} zu {{to}}',
  'program.flows.count_one': '{{contributions}} Beitrag',
  'program.flows.count_other': '{{contributions}} Beiträge',
  'program.checks.title': 'Was Projekte zurückhält',
  'program.checks.empty':
    'In den ausgewerteten Projekten schlägt keine Prüfung fehl.',
  'program.checks.finding_one':
    '„{{check}}“ hält am meisten zurück: {{projects}} Projekt.',
  'program.checks.finding_other':
    '„{{check}}“ hält am meisten zurück: {{projects}} Projekte.',
  'program.checks.caveat':
    'Projekte, auf die eine Prüfung nicht zutrifft oder die von ihr ausgenommen sind, fehlen in ihrem Balken. Was nicht bekannt ist, zählt nicht.',
  'program.checks.projects_one': '{{count}} Projekt',
  'program.checks.projects_other': '{{count}} Projekte',
  'program.checks.projectsOf': '{{projects}}: zurückgehalten von „{{check}}“',
  'program.checks.check': 'Prüfung',
  'program.checks.gain': 'Erreichbare Punkte',
  'program.whatIf.title_one':
    'Bestünden alle Projekte diese Prüfung, änderten sich die Noten:',
  'program.whatIf.title_other':
    'Bestünden alle Projekte diese {{count}} Prüfungen, änderten sich die Noten:',
  'program.whatIf.before': 'Jetzt',
  'program.whatIf.after': 'Danach',
  'program.categories.title': 'Projekte nach Kategorie',
  'program.categories.finding_one':
    '{{projects}} Projekt mit seiner Reife in jeder Kategorie.',
  'program.categories.finding_other':
    '{{projects}} Projekte mit ihrer Reife in jeder Kategorie.',
  'program.categories.caveat':
    'Von 0 bis 100; dunkler (im dunklen Design: heller) ist besser vorbereitet. Ein Strich steht für das, was sich nicht entscheiden ließ. Sortieren Sie nach einer Kategorie, um zu sehen, wo anzufangen ist.',
  'program.categories.project': 'Projekt',
  'program.movers.title': 'Bewegung',
  'program.movers.empty':
    'In diesem Zeitraum hat sich kein Projekt bewegt, und keines lässt andere warten.',
  'program.movers.finding_one':
    '{{project}} lässt einen Änderungsantrag eines anderen Teams seit {{days}} Tagen warten.',
  'program.movers.finding_other':
    '{{project}} lässt die meisten Änderungsanträge anderer Teams warten: {{count}}, den ältesten seit {{days}} Tagen.',
  'program.movers.caveat':
    'Höchstens zehn je Liste. Gemessen wird ab dem Tag vor dem Zeitraum; später erstmals ausgewertete Projekte erscheinen darin nicht.',
  'program.movers.list': 'Liste',
  'program.movers.before': 'Reife vorher',
  'program.movers.now': 'Reife jetzt',
  'program.movers.waits': 'Wartend',
  'program.movers.oldest': 'Älteste, Tage',
  'program.movers.rising': 'Am meisten gestiegen',
  'program.movers.falling': 'Am meisten gefallen',
  'program.movers.newlyReady': 'Neu bereit',
  'program.movers.neglected': 'Warten seit über 30 Tagen auf Antwort',
  'program.movers.none': 'In diesem Zeitraum leer: {{lists}}.',
  'program.movers.change': '{{before}} → {{now}}',
  'program.movers.waiting_one': '{{count}} wartet, seit {{days}} Tagen',
  'program.movers.waiting_other':
    '{{count}} warten, am längsten seit {{days}} Tagen',
  'program.newcomers.title':
    'Menschen, die zum ersten Mal anderen Teams geholfen haben',
  'program.newcomers.empty': 'Im {{month}} noch niemand zum ersten Mal.',
  'program.newcomers.finding_one':
    '{{count}} Person im {{month}}. Sagen Sie danke!',
  'program.newcomers.finding_other':
    '{{count}} Menschen im {{month}}. Sagen Sie danke!',
  'program.newcomers.caveat':
    'Nach Namen geordnet. Das ist Anerkennung, keine Rangliste.',
  'program.newcomers.person': 'Person',
  'program.newcomers.unnamed':
    'Namen werden nicht angezeigt; so ist dieses Portal eingestellt.',
  'program.coverage.title': 'Worauf die Zahlen beruhen',
  'program.coverage.finding':
    '{{evaluated}} von {{projects}} Projekten sind ausgewertet.',
  'program.coverage.growing':
    'Die übrigen warten auf ihre erste Auswertung und stehen noch in keiner Note, keinem Mittel und keiner Prüfung. Diese Seite aktualisiert sich von selbst.',
  'program.coverage.unknown':
    'Bei {{share}} der Beiträge ist das Team nicht bekannt.',
  'program.coverage.caveat':
    'Projekte, die Sie nicht sehen dürfen, sind in keiner Zahl dieser Seite enthalten.',
  'program.coverage.state': 'Status',
  'program.coverage.evaluated': 'ausgewertet',
  'program.coverage.pending': 'ausstehend',
  'program.coverage.failing': 'fehlgeschlagen',
  'program.coverage.noSource': 'ohne Quelle',
  'program.coverage.firstPass':
    'Erster Durchgang über alle Projekte: {{progress}}.',
  'program.coverage.estimate': 'Noch etwa {{time}}.',
  'program.coverage.unhealthy': 'Die Quelle funktioniert nicht.',
  'program.coverage.problems': 'Quellen, die fehlschlagen',
  'program.coverage.moreProblems_one': 'und {{count}} weitere',
  'program.coverage.moreProblems_other': 'und {{count}} weitere',
  'program.coverage.statusFailed':
    'Der Status des Backends ließ sich nicht laden: {{message}}',
  'program.setUp.title': 'Einrichtung der SCM-Organisationen',
  'program.setUp.empty':
    'Noch ist keine SCM-Organisation gelesen. Quellen wie GitHub lesen die Organisationen der Repositorys, die sie kennen.',
  'program.setUp.finding':
    '{{open}} von {{total}} Einstellungen weichen von den Empfehlungen ab.',
  'program.setUp.caveat':
    'Jede Empfehlung hat ihren Preis, der dabeisteht. Was zu Ihrer Organisation passt, entscheiden Sie.',
  'program.setUp.organization': 'Organisation',
  'program.setUp.setting': 'Einstellung',
  'program.setUp.found': 'Vorgefunden',
  'program.setUp.recommendation': 'Empfohlen',
  'program.setUp.recommended': 'Empfohlen: {{recommended}}',
  'program.setUp.failure.not-found':
    'Die Organisation gibt es nicht, oder das Portal darf sie nicht sehen.',
  'program.setUp.failure.unauthorized':
    'Die Zugangsdaten des Portals für den Host fehlen oder sind falsch; die Einstellungen ließen sich nicht lesen.',
  'program.setUp.failure.timeout':
    'Das Lesen der Einstellungen hat zu lange gedauert.',
  'program.setUp.failure.rate-limited':
    'Der Host nimmt vorerst keine weiteren Anfragen an. Die Einstellungen werden später von selbst gelesen.',
  'program.setUp.failure.too-large':
    'Die Einstellungen sind umfangreicher als erlaubt.',
  'program.setUp.failure.local':
    'Der Rechner, auf dem das Portal läuft, konnte die Einstellungen nicht lesen.',
  'program.setUp.failure.rejected':
    'Die Konfiguration des Portals erlaubt es nicht, diese Organisation zu lesen.',
  'program.setUp.failure.unavailable':
    'Der Host konnte zu den Einstellungen keine Auskunft geben.',
  'program.setUp.failure.internal':
    'Beim Lesen der Einstellungen ist im Plugin ein Fehler aufgetreten; die Ursache steht im Protokoll des Backends.',
  'program.setUp.allGood':
    'Alle Einstellungen, die sich lesen ließen, entsprechen den Empfehlungen.',
  'program.card.title': 'InnerSource-Projekte',
  'program.card.grades': 'Projekte nach Note',
  'program.card.weakest': 'Was sie am meisten zurückhält',
  'program.card.held_one': '{{count}} Projekt',
  'program.card.held_other': '{{count}} Projekte',
  'program.card.empty':
    'Hier gibt es keine Projekte, die Sie sehen dürfen. Projekte gehören durch ihren Katalogeintrag zu einem System oder einer Domäne.',
  'program.card.nothing': 'Keine Prüfung schlägt fehl.',
  'program.card.more':
    '{{inner}} von {{projects}} zählen als InnerSource-Projekte.',
};

export default messages;
