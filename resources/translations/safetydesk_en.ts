<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ComposerCheck</name>
    <message numerus="yes">
        <source>%n statements differ from the facts; sending goes on</source>
        <translation>
            <numerusform>%n statement differs from the facts; sending goes on</numerusform>
            <numerusform>%n statements differ from the facts; sending goes on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftWords</name>
    <message numerus="yes">
        <source>%n part(s) not even yet</source>
        <translation>
            <numerusform>%n part not even yet</numerusform>
            <numerusform>%n parts not even yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) stay empty: {days}</source>
        <translation>
            <numerusform>%n turn stays empty: {days}</numerusform>
            <numerusform>%n turns stay empty: {days}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Enough: %n more person(s) for {post}.</source>
        <translation>
            <numerusform>Enough: %n more person for {post}.</numerusform>
            <numerusform>Enough: %n more people for {post}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Number {place} of %n who could serve; the others keep other days even.</source>
        <translation>
            <numerusform>Number {place} of %n who could serve; the others keep other days even.</numerusform>
            <numerusform>Number {place} of %n who could serve; the others keep other days even.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n who could serve, owed it most.</source>
        <translation>
            <numerusform>The only one who could serve.</numerusform>
            <numerusform>Of %n who could serve, owed it most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FairnessPanel</name>
    <message numerus="yes">
        <source>{least} to {most} each · %n not even</source>
        <translation>
            <numerusform>{least} to {most} each · %n not even</numerusform>
            <numerusform>{least} to {most} each · %n not even</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandoverWords</name>
    <message numerus="yes">
        <source>%n faulty</source>
        <translation>
            <numerusform>%n faulty</numerusform>
            <numerusform>%n faulty</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newly opened</source>
        <translation>
            <numerusform>%n newly opened</numerusform>
            <numerusform>%n newly opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to explain</source>
        <translation>
            <numerusform>%n to explain</numerusform>
            <numerusform>%n to explain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to tick</source>
        <translation>
            <numerusform>%n to tick</numerusform>
            <numerusform>%n to tick</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewcomerList</name>
    <message numerus="yes">
        <source>Add these %n people to the office</source>
        <translation>
            <numerusform>Add this %n person to the office</numerusform>
            <numerusform>Add these %n people to the office</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message numerus="yes">
        <source>Sent to the printer: %n page(s)</source>
        <translation>
            <numerusform>Sent to the printer: %n page</numerusform>
            <numerusform>Sent to the printer: %n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Safety Desk: %n alarm(s) not acknowledged</source>
        <translation>
            <numerusform>Safety Desk: %n alarm not acknowledged</numerusform>
            <numerusform>Safety Desk: %n alarms not acknowledged</numerusform>
        </translation>
    </message>
</context>
</TS>
