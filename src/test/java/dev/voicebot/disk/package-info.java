/** A disk that ends at its Nth change: the process is killed there, or nothing is written any more. */
package dev.voicebot.disk;
